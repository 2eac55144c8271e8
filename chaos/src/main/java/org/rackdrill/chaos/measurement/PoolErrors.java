package org.rackdrill.chaos.measurement;

import java.util.List;

/**
 * The errors that ZFS has counted at the disks of a pool since they were cleared.
 *
 * @param disks the leaves of the pool, in order
 */
public record PoolErrors(String pool, List<Disk> disks) implements Measurement {
    public PoolErrors {
        disks = List.copyOf(disks);
    }

    /**
     * A disk.
     *
     * @param read reads that failed
     * @param write writes that failed
     * @param checksum reads that returned something else than was written
     */
    public record Disk(String name, long read, long write, long checksum) {}
}
