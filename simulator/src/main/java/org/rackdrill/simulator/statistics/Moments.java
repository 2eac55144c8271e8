package org.rackdrill.simulator.statistics;

/** Count, mean and variance of numbers that come one by one (Welford 1962). */
public final class Moments {

    private long count;
    private double mean;
    private double squares;

    public void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
    }

    public long count() {
        return count;
    }

    public double mean() {
        return mean;
    }

    /** Returns the unbiased variance; 0 for fewer than two numbers. */
    public double variance() {
        return count < 2 ? 0 : squares / (count - 1);
    }

    /** Returns the variance of the mean. */
    public double varianceOfMean() {
        return count == 0 ? 0 : variance() / count;
    }
}
