package org.rackdrill.simulator.compiled;

/**
 * A disk.
 *
 * @param mode its failure
 * @param index its place in the pool
 * @param batch what it was bought with
 * @param strain how much its hazard grows while its group resilvers, as a share of the usual hazard
 * @param strainParameter scales {@code strain}
 */
public record DiskPlan(int pool, int index, int mode, int batch, double strain, int strainParameter) {}
