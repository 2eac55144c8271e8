package org.rackdrill.simulator.compiled;

/**
 * A disk controller or backplane.
 *
 * @param pools that have disks on it
 * @param disks for each of those pools the numbers of these disks
 */
public record ControllerPlan(int[] pools, int[][] disks) {}
