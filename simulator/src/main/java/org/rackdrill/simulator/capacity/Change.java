package org.rackdrill.simulator.capacity;

import java.util.Optional;

/**
 * Something about a pool that is tried out.
 *
 * @param memoryBytes that its node has instead of its own; none: its own
 * @param cacheBytes of an SSD cache; none: what the pool has
 * @param isSolid whether its disks are solid-state disks
 */
record Change(Optional<Double> memoryBytes, Optional<Double> cacheBytes, boolean isSolid) {

    /** The lab as it is. */
    static final Change NOTHING = new Change(Optional.empty(), Optional.empty(), false);

    static Change memory(double bytes) {
        return new Change(Optional.of(bytes), Optional.empty(), false);
    }

    static Change cache(double bytes) {
        return new Change(Optional.empty(), Optional.of(bytes), false);
    }

    static Change solid() {
        return new Change(Optional.empty(), Optional.empty(), true);
    }
}
