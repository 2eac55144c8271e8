package org.rackdrill.simulator.statistics;

/**
 * Least squares of a number on two others, from numbers that come one by one: slopes only, as control variates need
 * them.
 */
public final class Regression {

    /** Two columns that leave less than this share of each other unexplained say the same. */
    private static final double INDEPENDENT = 1e-6;

    private long count;
    private long cases;
    private double meanFirst;
    private double meanSecond;
    private double meanValue;
    private double firsts;
    private double seconds;
    private double both;
    private double firstValue;
    private double secondValue;

    /** Adds one row. */
    public void add(double first, double second, double value) {
        count++;
        cases += value == 0 ? 0 : 1;
        double newFirst = first - meanFirst;
        double newSecond = second - meanSecond;
        meanFirst += newFirst / count;
        meanSecond += newSecond / count;
        meanValue += (value - meanValue) / count;
        firsts += newFirst * (first - meanFirst);
        seconds += newSecond * (second - meanSecond);
        both += newFirst * (second - meanSecond);
        firstValue += newFirst * (value - meanValue);
        secondValue += newSecond * (value - meanValue);
    }

    /** Adds the rows of another one (Chan, Golub and LeVeque, The American Statistician 37, 1983). */
    public void add(Regression other) {
        if (other.count == 0) {
            return;
        }
        double weight = (double) count * other.count / (count + other.count);
        double share = (double) other.count / (count + other.count);
        double first = other.meanFirst - meanFirst;
        double second = other.meanSecond - meanSecond;
        double value = other.meanValue - meanValue;
        firsts += other.firsts + first * first * weight;
        seconds += other.seconds + second * second * weight;
        both += other.both + first * second * weight;
        firstValue += other.firstValue + first * value * weight;
        secondValue += other.secondValue + second * value * weight;
        meanFirst += first * share;
        meanSecond += second * share;
        meanValue += value * share;
        count += other.count;
        cases += other.cases;
    }

    /** Returns how many rows had a value other than 0. */
    public long cases() {
        return cases;
    }

    /** Returns whether the two columns can be told apart. */
    public boolean independent() {
        return determinant() > INDEPENDENT * firsts * seconds;
    }

    /** Returns the slope of the first of two columns that are {@link #independent}. */
    public double slopeOfFirst() {
        return (firstValue * seconds - secondValue * both) / determinant();
    }

    /** Returns the slope of the second of two columns that are {@link #independent}. */
    public double slopeOfSecond() {
        return (secondValue * firsts - firstValue * both) / determinant();
    }

    /** Returns the slope of the first column when the second one is left out; 0 when the first is constant. */
    public double slopeOfFirstAlone() {
        return firsts > 0 ? firstValue / firsts : 0;
    }

    /** Returns the mean of the values less what such slopes take away. */
    public double meanWithout(double slopeOfFirst, double slopeOfSecond) {
        return meanValue - slopeOfFirst * meanFirst - slopeOfSecond * meanSecond;
    }

    private double determinant() {
        return firsts * seconds - both * both;
    }
}
