package org.rackdrill.simulator.storage;

import org.apache.commons.statistics.distribution.TDistribution;
import org.rackdrill.simulator.statistics.Moments;

/**
 * A number from independent histories.
 *
 * @param error its standard error
 * @param histories how many there were; at least 2
 */
public record Estimate(double mean, double error, long histories) {

    static Estimate of(Moments moments) {
        return new Estimate(moments.mean(), Math.sqrt(moments.varianceOfMean()), moments.count());
    }

    /** Returns half the width of the interval that holds the true mean with a chance (Student's). */
    public double halfWidth(double chance) {
        return error * TDistribution.of(histories - 1.0).inverseSurvivalProbability((1 - chance) / 2);
    }
}
