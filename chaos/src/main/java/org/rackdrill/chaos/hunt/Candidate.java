package org.rackdrill.chaos.hunt;

import java.time.Duration;
import java.util.Optional;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;

/**
 * Something that may break, and how it usually ends.
 *
 * @param lasts until it has ended; none: it ends by itself when it does, or never
 * @param usual what ends it, as people say it, such as {@code a new part comes the same day}
 */
public record Candidate<T extends Target>(
        Fault<? super T> fault, T target, Ending ending, Optional<Duration> lasts, String usual) {

    /** Returns it as a step of a drill does it; who is gone for good has no end there. */
    Act act(Optional<Duration> length) {
        boolean ends = ending == Ending.ITSELF || ending == Ending.MENDED;
        return new Act.Break<>(fault, new Aim.Named<>(target), ends ? length : Optional.empty());
    }

    /** Returns it as drills name it, such as {@code disk-failure node1/tank/1}. */
    public String text() {
        return fault.kind().word() + " " + target.text();
    }
}
