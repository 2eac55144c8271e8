package org.rackdrill.chaos.drill;

import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Target;

/**
 * What a drill may touch at most.
 *
 * @param touches what may go down or be harmed; none: only what the steps aim at
 * @param faultsAtOnce how many faults may be there at the same moment, a fault at two targets counted twice; none: as
 *     many as the timeline has
 */
public record BlastRadius(List<Target> touches, Optional<Integer> faultsAtOnce) {

    /** The targets of the steps, and as many faults as there are. */
    public static final BlastRadius AS_AIMED = new BlastRadius(List.of(), Optional.empty());

    public BlastRadius {
        touches = List.copyOf(touches);
    }
}
