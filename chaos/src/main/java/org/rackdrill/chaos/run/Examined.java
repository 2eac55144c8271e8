package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;

/**
 * What a hit would do if it were done now.
 *
 * @param refusal why this world cannot do it, or cannot tell what it would do; empty when it can
 * @param dangers what is refused unless the drill accepts it; {@link Danger#BEYOND_RADIUS} is found by the runner
 * @param affects what goes down or is harmed beside the target, even though all redundancy works. What runs only on the
 *     target is part of it
 * @param undo the way back, with what the world has to know of the state now
 * @param settles how long after the undo it may take until it can be proven, such as a resilver
 */
public record Examined(String refusal, Set<Danger> dangers, List<Target> affects, Undo undo, Duration settles) {
    public Examined {
        dangers = Collections.unmodifiableSet(new TreeSet<>(dangers));
        affects = List.copyOf(affects);
    }
}
