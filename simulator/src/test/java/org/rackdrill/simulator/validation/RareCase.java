package org.rackdrill.simulator.validation;

import java.math.BigDecimal;
import org.rackdrill.simulator.rare.Rarity;

/**
 * A number that is too small to be waited for, and is known all the same.
 *
 * @param name of the case that it belongs to, such as {@code O34}
 * @param setting what it is a number of, for a person
 * @param printed the number as it was handed down, with all its digits
 * @param expected what is to come out; mostly the same
 * @param source where it comes from
 * @param answer how it is found
 */
record RareCase(
        String name,
        String setting,
        String number,
        String printed,
        double expected,
        String source,
        RareCase.Answer answer) {

    /** The share of the number that half an interval at 99 % may be: in every build, and in the full form. */
    static final double QUICK_TARGET = 0.1;

    static final double FULL_TARGET = 0.05;

    /** Rounding in the sums of an exact answer. */
    private static final double ROUNDING = 1e-9;

    /** Finds the number. */
    interface Answer {
        Rarity with(long seed, double relativeError);
    }

    /**
     * What came out.
     *
     * @param half half-width of its interval at 99 %; 0 when it is exact
     */
    record Found(RareCase of, long seed, Rarity rarity, double half) {

        boolean exact() {
            return rarity.method() == Rarity.Method.EXACT;
        }

        /** An exact number has all digits of the one that was handed down. */
        boolean holds() {
            double allowed = exact() ? of.printedTo() * (1 + ROUNDING) : half;
            return Math.abs(rarity.value() - of.expected()) <= allowed;
        }

        /** Returns the half-width as a share of the number. */
        double relative() {
            return half / of.expected();
        }

        @Override
        public String toString() {
            return "%s, seed %d: expected %.9g, %s %.9g +- %.3g"
                    .formatted(of, seed, of.expected(), rarity.method(), rarity.value(), half);
        }
    }

    Found find(long seed, boolean inFull) {
        double target = inFull ? FULL_TARGET : QUICK_TARGET;
        // A little less, since the error itself is not known exactly.
        Rarity rarity = answer.with(seed, 0.9 * target / Quantity.Z99);
        return new Found(this, seed, rarity, Quantity.Z99 * rarity.relativeError() * rarity.value());
    }

    /** Returns half a unit of the last printed digit. */
    double printedTo() {
        return Math.pow(10, -new BigDecimal(printed).scale()) / 2;
    }

    @Override
    public String toString() {
        return name + ", " + setting + ": " + number;
    }
}
