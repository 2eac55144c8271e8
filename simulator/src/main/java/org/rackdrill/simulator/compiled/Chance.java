package org.rackdrill.simulator.compiled;

/**
 * A probability that is not known exactly.
 *
 * @param parameter scales it
 */
public record Chance(double share, int parameter) {

    /** What never happens. */
    public static final Chance NONE = new Chance(0, Parameters.CERTAIN);

    /** Returns the probability under the given parameters. */
    public double under(double[] factors) {
        return Math.min(1, share * factors[parameter]);
    }
}
