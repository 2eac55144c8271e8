package org.rackdrill.simulator.compiled;

/**
 * A pool.
 *
 * @param up the point that it sets: false when it is lost or cannot be read for a while
 * @param tolerance failed disks that each of its redundancy groups survives
 * @param groups how many redundancy groups it has
 * @param disks the numbers of its disks
 * @param diskGroup the redundancy group of each of them
 * @param spares hot spares
 * @param resilverHours reading what is used of a disk at the disk's rebuild rate
 * @param latent per disk, time to a latent error
 * @param scrubHours between two times that every block is read
 * @param scrubPauses whether a scrub waits for the end of a resilver
 * @param errorsFound how long a latent error stays unseen, or -1 where scrubs find them
 * @param errorStream per disk, the luck of its latent errors where they are found one by one
 * @param loss the mode that is repaired when the pool is lost
 * @param wrongDisk the mode of a healthy disk that was pulled
 * @param wrongDiskStream the luck of pulling one
 */
public record PoolPlan(
        String name,
        int node,
        int up,
        int tolerance,
        int groups,
        int[] disks,
        int[] diskGroup,
        int spares,
        double resilverHours,
        int rebuildParameter,
        int[] latent,
        double scrubHours,
        boolean scrubPauses,
        int errorsFound,
        int[] errorStream,
        int stream,
        int loss,
        int wrongDisk,
        int wrongDiskStream) {}
