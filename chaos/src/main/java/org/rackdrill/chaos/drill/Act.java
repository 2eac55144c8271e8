package org.rackdrill.chaos.drill;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;

/** What a step does. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface Act {

    /**
     * Breaks something.
     *
     * @param lasts until it is undone, or ends by itself; none: see {@link org.rackdrill.chaos.fault.Lasting}, and what
     *     stays until it is undone stays until the end of the drill
     */
    record Break<T extends Target>(Fault<? super T> fault, Aim<T> aim, Optional<Duration> lasts) implements Act {}

    /**
     * Does what an administrator would do.
     *
     * @param within it must be finished by then, or the step has failed; none: by the end of the drill
     */
    record Perform<T extends Target>(Operation<? super T> operation, Aim<T> aim, Optional<Duration> within)
            implements Act {}

    /**
     * Waits until a probe is true.
     *
     * @param within it must be true by then, or the step has failed and what comes after it is not done
     */
    record Gate(Probe probe, Duration within) implements Act {}
}
