package org.rackdrill.simulator.storage;

import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;

/**
 * A number that is known without simulating.
 *
 * @param what it is
 * @param printed the number as it was handed down, with all its digits
 * @param computed the same number, computed here
 * @param source where it comes from
 * @param in where a history shows it
 */
record Known(String what, String printed, double computed, String source, ToDoubleFunction<Observed> in) {

    double printedValue() {
        return Double.parseDouble(printed);
    }

    /** Returns half a unit of the last printed digit. */
    double printedTo() {
        return Math.pow(10, -new BigDecimal(printed).scale()) / 2;
    }
}
