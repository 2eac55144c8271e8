package org.rackdrill.simulator.compiled;

/**
 * A disk.
 *
 * @param mode its failure
 * @param index its place in the pool
 */
public record DiskPlan(int pool, int index, int mode) {}
