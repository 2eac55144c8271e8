package org.rackdrill.simulator.statistics;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What is believed of durations that are lognormal: of their median and of how far they scatter, both of which are learned
 * from durations (the normal-inverse-gamma distribution, on logarithms).
 *
 * @param centre the logarithm of the best guess of the median
 * @param weight as if so many durations had been seen that say it; positive
 * @param half half of as many durations as say how far they scatter; positive
 * @param squares half the sum of their squares around their mean
 */
public record Durations(double centre, double weight, double half, double squares) {

    /** The 95th percentile of the normal distribution. */
    private static final double Z95 = 1.6448536269514722;

    /**
     * Returns the belief that a best guess and its range stand for.
     *
     * @param median the best guess
     * @param sigma how far durations scatter: the standard deviation of their logarithms; positive
     * @param low the factor at the lower end of the median's range, which holds nine in ten cases; below 1
     * @param high the one at its upper end; above 1
     * @param seen as how many durations what is believed of {@code sigma} counts; positive
     */
    public static Durations of(double median, double sigma, double low, double high, double seen) {
        double deviation = Math.log(high / low) / 2 / Z95;
        return new Durations(
                Math.log(median), sigma * sigma / (deviation * deviation), seen / 2, seen / 2 * sigma * sigma);
    }

    /** Returns what is believed after a duration was measured. */
    public Durations seen(double duration) {
        double off = Math.log(duration) - centre;
        return new Durations(
                centre + off / (weight + 1), weight + 1, half + 0.5, squares + weight / (weight + 1) * off * off / 2);
    }

    /** Returns the best guess of the median. */
    public double median() {
        return Math.exp(centre);
    }

    /** Returns the best guess of how far durations scatter. */
    public double sigma() {
        return Math.sqrt(squares / half);
    }

    /** Returns the factor on the median below which the true one lies with a chance. */
    public double factor(double chance) {
        double t = TDistribution.of(2 * half).inverseCumulativeProbability(chance);
        return Math.exp(t * sigma() / Math.sqrt(weight));
    }
}
