package org.rackdrill.simulator.storage;

import java.util.List;

/** How a load changes over the day, or any other time that repeats itself. */
public final class Pattern {

    /** Always the same. */
    public static final Pattern EVEN = new Pattern(1, List.of(1.0));

    private static final double ROUNDING = 1e-9;

    private final double periodMillis;
    private final List<Double> factors;

    /** The largest factor. */
    private final double most;

    /** The factors over the largest. They are asked for with every request, so nothing is worked out then. */
    private final double[] shares;

    /**
     * Makes a pattern.
     *
     * @param periodMillis after which it begins anew; positive
     * @param factors of the mean load, one for each of the equal parts of the period; not negative, 1 in the mean
     */
    public Pattern(double periodMillis, List<Double> factors) {
        Positive.number("periodMillis", periodMillis);
        factors.forEach(factor -> Positive.orZero("a factor", factor));
        double mean = factors.stream().mapToDouble(it -> it).average().orElse(0);
        if (Math.abs(mean - 1) > ROUNDING) {
            throw new IllegalArgumentException("the factors of a pattern are 1 in the mean, not " + mean);
        }
        this.periodMillis = periodMillis;
        this.factors = List.copyOf(factors);
        most = factors.stream().mapToDouble(it -> it).max().orElseThrow();
        shares = factors.stream().mapToDouble(factor -> factor / most).toArray();
    }

    /**
     * Returns a pattern whose factors are in proportion to weights.
     *
     * @param weights not negative, and not all zero
     */
    public static Pattern of(double periodMillis, List<Double> weights) {
        double mean = weights.stream().mapToDouble(it -> it).average().orElse(0);
        Positive.number("the mean weight", mean);
        return new Pattern(
                periodMillis, weights.stream().map(weight -> weight / mean).toList());
    }

    /** Returns the factors of the mean load, one for each of the equal parts of the period. */
    public List<Double> factors() {
        return factors;
    }

    /** Returns the largest factor. */
    double most() {
        return most;
    }

    /** Returns when something comes again: now, unless nothing comes in this part, else at the start of one. */
    double next(double now) {
        if (shares.length == 1) {
            return now;
        }
        double part = periodMillis / shares.length;
        double at = now;
        for (int i = 0; i <= shares.length && shareOfMost(at) == 0; i++) {
            // A little into the part, lest rounding puts it into the one before.
            at = (Math.floor(at / part) + 1 + ROUNDING) * part;
        }
        return at;
    }

    /** Returns the load at a time as a share of that at the busiest one. */
    double shareOfMost(double now) {
        if (shares.length == 1) {
            return 1;
        }
        double passed = now / periodMillis;
        int part = (int) ((passed - Math.floor(passed)) * shares.length);
        return shares[part];
    }
}
