package org.rackdrill.chaos.drill;

import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Target;

/**
 * What a drill may touch at most.
 *
 * @param touches what may go down or be harmed beside the targets of the steps; none: the drill names no radius, and
 *     nothing is beyond it
 * @param faultsAtOnce how many faults may be there at the same moment, a fault at two targets counted twice; none: as
 *     many as the timeline has
 */
public record BlastRadius(List<Target> touches, Optional<Integer> faultsAtOnce) {

    /** Whatever the steps lead to, and as many faults as there are. */
    public static final BlastRadius AS_AIMED = new BlastRadius(List.of(), Optional.empty());

    public BlastRadius {
        touches = List.copyOf(touches);
    }

    /** Returns whether the drill says what may be touched. */
    public boolean named() {
        return !touches.isEmpty();
    }
}
