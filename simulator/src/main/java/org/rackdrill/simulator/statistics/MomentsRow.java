package org.rackdrill.simulator.statistics;

/** {@link Moments} of several rows of numbers, in arrays: studies of large labs keep millions of them. */
final class MomentsRow {

    private final int[] counts;
    private final double[] means;
    private final double[] squares;

    MomentsRow(int rows) {
        counts = new int[rows];
        means = new double[rows];
        squares = new double[rows];
    }

    private MomentsRow(MomentsRow other) {
        counts = other.counts.clone();
        means = other.means.clone();
        squares = other.squares.clone();
    }

    MomentsRow copy() {
        return new MomentsRow(this);
    }

    int rows() {
        return counts.length;
    }

    void add(int row, double value) {
        counts[row]++;
        double delta = value - means[row];
        means[row] += delta / counts[row];
        squares[row] += delta * (value - means[row]);
    }

    int count(int row) {
        return counts[row];
    }

    double mean(int row) {
        return means[row];
    }

    double[] means() {
        return means.clone();
    }

    /** Returns the variance of the mean of a row. */
    double varianceOfMean(int row) {
        return counts[row] < 2 ? 0 : squares[row] / (counts[row] - 1) / counts[row];
    }
}
