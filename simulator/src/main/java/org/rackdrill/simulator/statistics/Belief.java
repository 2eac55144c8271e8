package org.rackdrill.simulator.statistics;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.rackdrill.simulator.kernel.Luck;

/**
 * What is believed of some numbers that nobody knows exactly: they are jointly normal. Measurements that depend on them
 * linearly turn one belief into another by Bayes' rule.
 */
public final class Belief {

    /** What rounding may take from a covariance that has an inverse. */
    private static final double ROUNDING = 1e-9;

    private static final double LEAST_FREE = 0.1;

    private final RealVector mean;
    private final RealMatrix covariance;

    /**
     * Measurements of several things at once.
     *
     * @param values what was measured
     * @param response what they should be, given the numbers, and how far luck takes them from it
     * @param trust from 0 to 1: how much they count, since something may have happened that the response does not know
     */
    public record Seen(double[] values, Response response, double trust) {}

    private Belief(RealVector mean, RealMatrix covariance) {
        this.mean = mean;
        this.covariance = covariance;
    }

    /** Believes in a mean and a covariance, which must be positive definite. */
    public static Belief of(double[] mean, double[][] covariance) {
        return new Belief(new ArrayRealVector(mean), new Array2DRowRealMatrix(covariance));
    }

    /** Returns what is believed of one number. */
    public double mean(int number) {
        return mean.getEntry(number);
    }

    /** Returns the standard deviation of one number. */
    public double deviation(int number) {
        return Math.sqrt(covariance.getEntry(number, number));
    }

    /** Returns what is believed after some measurements, which are independent of each other. */
    public Belief given(List<Seen> seen) {
        RealMatrix precision = inverse(covariance);
        RealVector weighted = precision.operate(mean);
        for (Seen one : seen) {
            RealMatrix slopes = one.response().slopes();
            RealMatrix information = inverse(one.response().noise()).scalarMultiply(one.trust());
            RealMatrix gain = slopes.transpose().multiply(information);
            precision = precision.add(gain.multiply(slopes));
            RealVector beyond =
                    new ArrayRealVector(one.values()).subtract(one.response().at());
            weighted = weighted.add(gain.operate(beyond));
        }
        RealMatrix after = inverse(precision);
        return new Belief(after.operate(weighted), after);
    }

    /** Returns how far measurements lie from what this belief expects of them: values minus expectation. */
    public double[] surprise(Seen seen) {
        return new ArrayRealVector(seen.values())
                .subtract(seen.response().at())
                .subtract(seen.response().slopes().operate(mean))
                .toArray();
    }

    /** Returns how far each of some measurements may lie from what is expected: luck and what is not known. */
    public double[] spread(Response response) {
        RealMatrix all = expected(response);
        double[] deviations = new double[all.getRowDimension()];
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = Math.sqrt(all.getEntry(i, i));
        }
        return deviations;
    }

    /** Returns the squared distance of measurements from what is expected, in standard deviations. */
    public double distance(Seen seen) {
        RealVector off = new ArrayRealVector(surprise(seen));
        return off.dotProduct(inverse(expected(seen.response())).operate(off));
    }

    /**
     * Returns for each of some measurements which share of its luck is still seen when this belief comes from them too;
     * the rest has been taken for what the numbers are.
     */
    public double[] free(Response response) {
        double[] free = known(response);
        for (int i = 0; i < free.length; i++) {
            free[i] = Math.max(LEAST_FREE, 1 - free[i] / response.noise().getEntry(i, i));
        }
        return free;
    }

    /** Returns the variance of what is expected of each of some measurements, luck left out. */
    public double[] known(Response response) {
        RealMatrix slopes = response.slopes();
        RealMatrix told = slopes.multiply(covariance).multiply(slopes.transpose());
        double[] known = new double[slopes.getRowDimension()];
        for (int i = 0; i < known.length; i++) {
            known[i] = told.getEntry(i, i);
        }
        return known;
    }

    private RealMatrix expected(Response response) {
        RealMatrix slopes = response.slopes();
        return slopes.multiply(covariance).multiply(slopes.transpose()).add(response.noise());
    }

    /** Draws the numbers so often. The same seed draws the same. */
    public double[][] draws(int count, long seed) {
        RealMatrix root = new CholeskyDecomposition(firm(covariance), 1e-6, 0).getL();
        Luck luck = new Luck(new long[] {Luck.nameOf("belief")});
        luck.begin(seed, count);
        luck.of(0);
        double[][] draws = new double[count][];
        for (int i = 0; i < count; i++) {
            double[] normal = new double[mean.getDimension()];
            for (int j = 0; j < normal.length; j++) {
                normal[j] = luck.gaussian();
            }
            draws[i] = root.operate(new ArrayRealVector(normal)).add(mean).toArray();
        }
        return draws;
    }

    private static RealMatrix inverse(RealMatrix matrix) {
        return new CholeskyDecomposition(firm(matrix), 1e-6, 0).getSolver().getInverse();
    }

    /** Rounding must not make a covariance lose its symmetry or its inverse. */
    private static RealMatrix firm(RealMatrix matrix) {
        RealMatrix firm = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        for (int i = 0; i < firm.getRowDimension(); i++) {
            firm.addToEntry(i, i, Math.abs(firm.getEntry(i, i)) * ROUNDING);
        }
        return firm;
    }
}
