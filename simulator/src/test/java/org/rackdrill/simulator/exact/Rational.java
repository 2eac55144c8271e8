package org.rackdrill.simulator.exact;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import org.apache.commons.math3.fraction.BigFraction;
import org.apache.commons.math3.fraction.BigFractionField;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.ArrayFieldVector;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldVector;

/** The same questions answered in fractions, which lose nothing. */
final class Rational {

    private Rational() {}

    /** Returns the shares of time in the long run: pi Q = 0 with the last equation replaced by the sum 1. */
    static double[] stationary(SparseChain chain) {
        int n = chain.states();
        BigFraction[][] equations = generator(chain, n);
        BigFraction[][] transposed = new BigFraction[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                transposed[i][j] = i == n - 1 ? BigFraction.ONE : equations[j][i];
            }
        }
        BigFraction[] right = zeros(n);
        right[n - 1] = BigFraction.ONE;
        return solved(transposed, right);
    }

    /** Returns the mean hours from state 0 until the last state: -Q t = 1 over the states before it. */
    static double hoursUntilLast(SparseChain chain) {
        int n = chain.states() - 1;
        BigFraction[][] negative = generator(chain, n);
        BigFraction[] right = zeros(n);
        for (int i = 0; i < n; i++) {
            right[i] = BigFraction.ONE;
            for (int j = 0; j < n; j++) {
                negative[i][j] = negative[i][j].negate();
            }
        }
        return solved(negative, right)[0];
    }

    private static BigFraction[][] generator(SparseChain chain, int n) {
        BigFraction[][] generator = new BigFraction[n][];
        for (int i = 0; i < n; i++) {
            generator[i] = zeros(n);
            for (int way = 0; way < chain.ways(i); way++) {
                BigFraction rate = new BigFraction(chain.rate(i, way));
                generator[i][i] = generator[i][i].subtract(rate);
                if (chain.to(i, way) < n) {
                    generator[i][chain.to(i, way)] = generator[i][chain.to(i, way)].add(rate);
                }
            }
        }
        return generator;
    }

    private static BigFraction[] zeros(int n) {
        BigFraction[] zeros = new BigFraction[n];
        Arrays.fill(zeros, BigFraction.ZERO);
        return zeros;
    }

    private static double[] solved(BigFraction[][] equations, BigFraction[] right) {
        FieldVector<BigFraction> solution = new FieldLUDecomposition<>(
                        new Array2DRowFieldMatrix<>(BigFractionField.getInstance(), equations))
                .getSolver()
                .solve(new ArrayFieldVector<>(BigFractionField.getInstance(), right));
        double[] values = new double[right.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(solution.getEntry(i));
        }
        return values;
    }

    /** Fractions have more digits than a double can begin with. */
    private static double value(BigFraction fraction) {
        return new BigDecimal(fraction.getNumerator())
                .divide(new BigDecimal(fraction.getDenominator()), MathContext.DECIMAL128)
                .doubleValue();
    }
}
