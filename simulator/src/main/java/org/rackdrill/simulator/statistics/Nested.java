package org.rackdrill.simulator.statistics;

import java.util.Arrays;

/**
 * A mean over two loops: parameters outside, luck inside. The interval holds both; the part that luck alone leaves open
 * is known apart.
 *
 * <p>The means of the draws scatter by their parameters and by luck. The variance of luck is known from inside each
 * draw, and taken out: the draws' means are drawn together towards the common mean until they scatter as the parameters
 * alone would let them (a one-way random-effects analysis of variance; Searle, Casella and McCulloch, Variance
 * Components, 1992).
 */
public final class Nested {

    /** Nine in ten: from the 5 % to the 95 % point. */
    public static final double LEVEL = 0.9;

    private static final double Z = 1.6448536269514722;

    /**
     * The error of a controlled mean is never taken for less than this share of the error without control: what is so rare
     * that no history has seen it cannot be told from what never happens.
     */
    private static final double LEAST_ERROR = 0.1;

    private final MomentsRow draws;

    /** The variance that each value has beside that which is seen. */
    private double doubt;

    /** The same before luck was taken away by a control; the same row as long as none did. */
    private MomentsRow raw;

    public Nested(int draws) {
        this.draws = new MomentsRow(draws);
        raw = this.draws;
    }

    public void add(int draw, double value) {
        add(draw, value, value);
    }

    /**
     * Adds a value from which a control has taken luck away.
     *
     * @param uncontrolled what it was before
     */
    public void add(int draw, double value, double uncontrolled) {
        if (value != uncontrolled && raw == draws) {
            raw = draws.copy();
        }
        draws.add(draw, value);
        if (raw != draws) {
            raw.add(draw, uncontrolled);
        }
    }

    /** Each value is uncertain beyond the scatter that is seen, by a standard deviation. */
    public void doubt(double deviation) {
        doubt += deviation * deviation;
    }

    /** Returns the variance that luck leaves in the mean of one draw. */
    private double luck(int draw) {
        return Math.max(draws.varianceOfMean(draw), LEAST_ERROR * LEAST_ERROR * raw.varianceOfMean(draw));
    }

    public double mean() {
        double sum = 0;
        for (int draw = 0; draw < draws.rows(); draw++) {
            sum += draws.mean(draw);
        }
        return sum / draws.rows();
    }

    /** Returns the mean of one draw. */
    public double mean(int draw) {
        return draws.mean(draw);
    }

    /** Returns the half-width of what luck leaves open in the mean, at {@link #LEVEL}. */
    public double simulationError() {
        double variance = 0;
        for (int draw = 0; draw < draws.rows(); draw++) {
            variance += luck(draw) + doubt / Math.max(1, draws.count(draw));
        }
        return Z * Math.sqrt(variance) / draws.rows();
    }

    /** Returns the share of the scatter between the draws' means that their parameters explain. */
    public double shareOfParameters() {
        if (draws.rows() < 2) {
            return 0;
        }
        Moments between = new Moments();
        double within = 0;
        for (int draw = 0; draw < draws.rows(); draw++) {
            between.add(draws.mean(draw));
            within += luck(draw);
        }
        within /= draws.rows();
        return between.variance() <= 0 ? 0 : Math.max(0, 1 - within / between.variance());
    }

    /**
     * Returns how far the parameters alone let the mean lie from the best guess, relative to it.
     *
     * @param share of the draws that lie below; negative results are below the mean
     */
    public double scatterOfParameters(double share) {
        double mean = mean();
        return mean == 0 || draws.rows() < 2 ? 0 : scatter(share) / mean;
    }

    /** Returns the low end of the interval that holds the truth, parameters and luck together. */
    public double low() {
        return mean() - reach(0.05);
    }

    /** Returns the high end of the interval that holds the truth, parameters and luck together. */
    public double high() {
        return mean() + reach(0.95);
    }

    private double reach(double share) {
        double luck = simulationError();
        return draws.rows() < 2 ? luck : Math.hypot(scatter(share), luck);
    }

    /** Draws the means of the draws together until they scatter as the parameters alone would let them. */
    private double scatter(double share) {
        double[] means = draws.means();
        Arrays.sort(means);
        double place = share * (means.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, means.length - 1);
        double quantile = means[below] + (place - below) * (means[above] - means[below]);
        return (quantile - mean()) * Math.sqrt(shareOfParameters());
    }
}
