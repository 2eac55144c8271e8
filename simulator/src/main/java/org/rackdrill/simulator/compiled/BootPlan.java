package org.rackdrill.simulator.compiled;

/**
 * What starting guests ask of the disks, and what the disks give.
 *
 * @param iops random operations a second that each guest's start asks for
 * @param iopsParameter scales it
 * @param disks random operations a second of each pool, and of each cluster's Ceph after them
 */
public record BootPlan(double[] iops, int[] iopsParameter, double[] disks) {

    /** Disks that nothing slows down: those that no storm is simulated for. */
    public static final int NO_DISKS = -1;
}
