package org.rackdrill.simulator.statistics;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.GammaDistribution;

/**
 * What is believed of the rate of events that come at random: a gamma distribution, which stays one when events are counted
 * (Bayes' rule for a Poisson count).
 *
 * @param shape as if so many events had been seen; positive
 * @param exposure in as much time, in the unit in which rates are per; not negative
 */
public record EventRate(double shape, double exposure) {

    /** Nothing is known: every rate is as likely as any other. It has no mean until something was watched. */
    public static final EventRate UNKNOWN = new EventRate(1, 0);

    /** Between these shapes lie ranges from a factor of 10^20 to one of 1.003. */
    private static final double LEAST_SHAPE = 0.05;

    private static final double MOST_SHAPE = 1e6;

    private static final double TAIL = 0.05;
    private static final int HALVINGS = 80;

    public EventRate {
        if (!(shape > 0 && exposure >= 0)) {
            throw new IllegalArgumentException("a rate needs a positive shape and an exposure that is not negative");
        }
    }

    /**
     * Returns the belief whose median is a best guess, and of which nine in ten lie in a range as wide as another one.
     *
     * @param best positive
     * @param low at most {@code best}
     * @param high at least {@code best}, and more than {@code low}
     */
    public static EventRate of(double best, double low, double high) {
        double width = Math.log(high / low);
        double less = Math.log(LEAST_SHAPE);
        double more = Math.log(MOST_SHAPE);
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (less + more) / 2;
            EventRate tried = new EventRate(Math.exp(middle), 1);
            if (Math.log(tried.quantile(1 - TAIL) / tried.quantile(TAIL)) > width) {
                less = middle;
            } else {
                more = middle;
            }
        }
        double shape = Math.exp(less);
        return new EventRate(shape, new EventRate(shape, 1).quantile(0.5) / best);
    }

    /** Returns what is believed after some more events were seen in some more time. */
    public EventRate seen(double events, double inTime) {
        return new EventRate(shape + events, exposure + inTime);
    }

    /** Returns the mean. */
    public double mean() {
        return shape / exposure;
    }

    /** Returns the most likely rate. */
    public double mode() {
        return Math.max(0, shape - 1) / exposure;
    }

    /** Returns the rate below which the true one lies with a chance. */
    public double quantile(double chance) {
        return GammaDistribution.of(shape, 1).inverseCumulativeProbability(chance) / exposure;
    }

    /**
     * Returns the lower and the upper end of the exact interval for a rate of which nothing was known (Garwood 1936): a
     * Poisson count as small, or as large, as the one that was seen would be rarer than half of what is left.
     *
     * @param chance that such intervals hold the true rate, at least
     */
    public static double[] interval(long events, double inTime, double chance) {
        double half = (1 - chance) / 2;
        double low = events == 0 ? 0 : ChiSquaredDistribution.of(2.0 * events).inverseCumulativeProbability(half) / 2;
        double high = ChiSquaredDistribution.of(2.0 * events + 2).inverseCumulativeProbability(1 - half) / 2;
        return new double[] {low / inTime, high / inTime};
    }
}
