package org.rackdrill.simulator.capacity;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * A number that is not known exactly: its best guess and what it is in each of some draws of everything that is
 * uncertain. Numbers are put together draw by draw, so that what two have in common stays common.
 */
final class Drawn {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    /** The best guess first, then the draws. */
    private final double[] values;

    private Drawn(double[] values) {
        this.values = values;
    }

    static Drawn of(double bestGuess, double[] factors) {
        double[] values = new double[factors.length + 1];
        values[0] = bestGuess;
        for (int i = 0; i < factors.length; i++) {
            values[i + 1] = bestGuess * factors[i];
        }
        return new Drawn(values);
    }

    Drawn plus(Drawn other) {
        return with(other, Double::sum);
    }

    Drawn times(Drawn other) {
        return with(other, (a, b) -> a * b);
    }

    Drawn over(Drawn other) {
        return with(other, (a, b) -> a / b);
    }

    Drawn smaller(Drawn other) {
        return with(other, Math::min);
    }

    Drawn times(double factor) {
        return map(value -> value * factor);
    }

    Drawn plus(double more) {
        return map(value -> value + more);
    }

    Drawn map(DoubleUnaryOperator change) {
        return new Drawn(Arrays.stream(values).map(change).toArray());
    }

    Drawn with(Drawn other, DoubleBinaryOperator together) {
        double[] result = new double[values.length];
        for (int i = 0; i < result.length; i++) {
            result[i] = together.applyAsDouble(values[i], other.values[i]);
        }
        return new Drawn(result);
    }

    double bestGuess() {
        return values[0];
    }

    /** Returns the value that one draw in twenty stays below; infinite when it is. */
    double low() {
        return quantile(LOW);
    }

    /** Returns the value that one draw in twenty is above; infinite when it is. */
    double high() {
        return quantile(HIGH);
    }

    /** Returns it with the interval that holds nine of ten draws, and the best guess. */
    Likely likely() {
        return new Likely(values[0], Math.min(values[0], low()), Math.max(values[0], high()));
    }

    private double quantile(double share) {
        double[] draws = Arrays.copyOfRange(values, 1, values.length);
        if (draws.length == 0) {
            return values[0];
        }
        Arrays.sort(draws);
        return draws[(int) Math.round(share * (draws.length - 1))];
    }
}
