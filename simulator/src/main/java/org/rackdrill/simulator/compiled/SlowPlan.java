package org.rackdrill.simulator.compiled;

/**
 * A pool on which some service is too slow at times.
 *
 * @param place the number of the pool, or that of a Ceph after all pools
 * @param scrubHours between two scrubs; infinite where a scrub slows nothing down
 * @param scrubLasts hours that one takes
 * @param rebuildParameter makes scrubs faster
 * @param stream the luck of when the first scrub begins
 * @param services those that may be too slow
 */
public record SlowPlan(
        int place, double scrubHours, double scrubLasts, int rebuildParameter, int stream, OfService[] services) {

    /**
     * A service.
     *
     * @param name of the service
     * @param point the point that it sets: false while it is too slow
     * @param guest whose place says where it reads and writes, or -1 where that is the same everywhere
     * @param here by node, whether the guest uses the pool from there
     * @param slow by state and by hour of the week
     * @param causes by state
     */
    public record OfService(String name, int point, int guest, boolean[] here, boolean[][] slow, int[] causes) {}
}
