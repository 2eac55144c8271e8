package org.rackdrill.simulator.statistics;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;

/**
 * How some measured things respond to numbers that are not known: a plane through simulated runs, and the luck that
 * scatters them around it.
 *
 * @param at what is measured when every number is 0
 * @param slopes how much more when a number grows by 1; {@code [thing][number]}
 * @param noise the covariance of what luck adds
 */
public record Response(RealVector at, RealMatrix slopes, RealMatrix noise) {

    /** Keeps the plane flat in a direction in which the runs hardly differ. */
    private static final double RIDGE = 1e-6;

    /** Returns a response with known values. */
    public static Response of(double[] at, double[][] slopes, double[][] noise) {
        return new Response(new ArrayRealVector(at), new Array2DRowRealMatrix(slopes), new Array2DRowRealMatrix(noise));
    }

    /** Returns the standard deviation of what luck adds to one thing. */
    public double luck(int thing) {
        return Math.sqrt(noise.getEntry(thing, thing));
    }

    /** Returns by how much one thing grows when one number grows by 1. */
    public double slope(int thing, int number) {
        return slopes.getEntry(thing, number);
    }

    /**
     * Lays the plane through runs by least squares. Numbers that matter for nothing are left out, so that they do not
     * answer by chance.
     *
     * @param numbers {@code [run][number]}
     * @param things what each run measured, {@code [run][thing]}
     * @param matters which numbers may matter
     * @param least a standard deviation of each thing that the runs do not show
     */
    public static Response fit(double[][] numbers, double[][] things, int[] matters, double[] least) {
        int runs = numbers.length;
        int all = numbers[0].length;
        int measured = things[0].length;
        RealMatrix design = new Array2DRowRealMatrix(runs, matters.length + 1);
        for (int run = 0; run < runs; run++) {
            design.setEntry(run, 0, 1);
            for (int j = 0; j < matters.length; j++) {
                design.setEntry(run, j + 1, numbers[run][matters[j]]);
            }
        }
        RealMatrix seen = new Array2DRowRealMatrix(things);
        RealMatrix normal = design.transpose().multiply(design);
        for (int j = 0; j <= matters.length; j++) {
            normal.addToEntry(j, j, RIDGE * runs);
        }
        RealMatrix plane = new CholeskyDecomposition(normal, 1e-6, 0)
                .getSolver()
                .solve(design.transpose().multiply(seen));
        RealMatrix left = seen.subtract(design.multiply(plane));
        RealMatrix noise = left.transpose().multiply(left).scalarMultiply(1.0 / Math.max(1, runs - matters.length - 1));
        RealMatrix slopes = new Array2DRowRealMatrix(measured, all);
        for (int thing = 0; thing < measured; thing++) {
            noise.addToEntry(thing, thing, least[thing] * least[thing]);
            for (int j = 0; j < matters.length; j++) {
                slopes.setEntry(thing, matters[j], plane.getEntry(j + 1, thing));
            }
        }
        return new Response(plane.getRowVector(0), slopes, noise);
    }
}
