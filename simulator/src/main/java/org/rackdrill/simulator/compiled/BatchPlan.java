package org.rackdrill.simulator.compiled;

/**
 * Disks of one model that were bought together.
 *
 * @param stream the luck of the batch
 * @param spread the standard deviation of the factor on the hazard, whose mean is 1
 * @param parameter scales {@code spread}
 */
public record BatchPlan(int stream, double spread, int parameter) {

    /**
     * Returns a lognormal factor with mean 1.
     *
     * @param spread its standard deviation
     * @param normal a number with mean 0 and deviation 1
     */
    public static double factor(double spread, double normal) {
        double variance = Math.log1p(spread * spread);
        return Math.exp(Math.sqrt(variance) * normal - variance / 2);
    }
}
