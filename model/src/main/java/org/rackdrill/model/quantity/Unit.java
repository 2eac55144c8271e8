package org.rackdrill.model.quantity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * A unit as it is spelled.
 *
 * @param spelling the one that we write
 * @param times what one of it is worth in the scale's base unit, together with {@code over}
 * @param over the divisor that keeps a factor such as 1/60 exact
 * @param alsoRead other spellings that we read
 */
record Unit(String spelling, BigDecimal times, BigDecimal over, List<String> alsoRead) {

    static Unit of(String spelling, String times, String... alsoRead) {
        return new Unit(spelling, new BigDecimal(times), BigDecimal.ONE, List.of(alsoRead));
    }

    static Unit part(String spelling, String over, String... alsoRead) {
        return new Unit(spelling, BigDecimal.ONE, new BigDecimal(over), List.of(alsoRead));
    }

    static Unit binary(String spelling, int power) {
        return new Unit(spelling, new BigDecimal(1L << power), BigDecimal.ONE, List.of());
    }

    /** The same amount of data each second. */
    Unit perSecond() {
        return new Unit(
                spelling + "/s",
                times,
                over,
                alsoRead.stream().map(s -> s + "/s").toList());
    }

    double toBase(BigDecimal number) {
        BigDecimal multiplied = number.multiply(times);
        return (over.equals(BigDecimal.ONE) ? multiplied : multiplied.divide(over, MathContext.DECIMAL128))
                .doubleValue();
    }

    double fromBase(double amount) {
        return amount * over.doubleValue() / times.doubleValue();
    }

    boolean spelled(String text) {
        return spelling.equals(text) || alsoRead.contains(text);
    }
}
