package org.rackdrill.simulator.validation;

import java.math.BigDecimal;

/**
 * A number that needs no luck: a formula, a trace, what somebody measured, or what somebody else says and is not so.
 *
 * @param name of the case that it belongs to, such as {@code O23}
 * @param what it is a number of, for a person
 * @param printed the number as it was handed down, with all its digits
 * @param here the same number, computed here by the formula
 * @param source where it comes from; of folklore, also why it is not so
 * @param ours what our own code says; not a number where it has nothing to say
 */
record Fact(String name, Kind kind, String what, String printed, double here, String source, double ours) {

    private static final double ROUNDING = 1e-9;

    /** What a number is worth. */
    enum Kind {
        /** Our own code computes it without luck. */
        EXACT("exact"),
        /** Arithmetic that others publish; the simulator does not use it. */
        CALCULATOR("calculator"),
        /** What was measured elsewhere, and may serve as a first guess. */
        PRIOR("prior"),
        /** What is told and not so: it must not come out here. */
        FOLKLORE("folklore");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    static Fact calculator(String name, String what, String printed, double here, String source) {
        return new Fact(name, Kind.CALCULATOR, what, printed, here, source, Double.NaN);
    }

    static Fact prior(String name, String what, String printed, double here, String source) {
        return new Fact(name, Kind.PRIOR, what, printed, here, source, Double.NaN);
    }

    static Fact exact(String name, String what, String printed, double ours, String source) {
        return new Fact(name, Kind.EXACT, what, printed, ours, source, ours);
    }

    double printedValue() {
        return Double.parseDouble(printed);
    }

    /** Returns half a unit of the last printed digit; a thousandth of folklore, which is seldom printed with care. */
    double printedTo() {
        return kind == Kind.FOLKLORE
                ? Math.abs(printedValue()) / 1000
                : Math.pow(10, -new BigDecimal(printed).scale()) / 2 * (1 + ROUNDING);
    }

    @Override
    public String toString() {
        return name + ", " + what;
    }
}
