package org.rackdrill.reports.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers as people read them, rounded no finer than what is known about them. */
public final class Figures {
    /** Keeps a number and its unit on one line. */
    static final String NARROW = "\u00a0";

    private static final int FINEST = 12;

    private Figures() {}

    /**
     * Returns how many digits after the point an interval allows: two digits of its half-width when these are up to 35,
     * else one (the rule that the tables of particle physics use). Negative: tens, hundreds, ...
     */
    public static int decimals(double low, double high) {
        double halfWidth = Math.abs(high - low) / 2;
        if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
            return FINEST;
        }
        int exponent = (int) Math.floor(Math.log10(halfWidth));
        double leading = halfWidth / Math.pow(10, exponent);
        int decimals = leading < 3.545 ? 1 - exponent : -exponent;
        return Math.min(decimals, FINEST);
    }

    /** Returns the decimals that show a number with so many significant digits. */
    public static int decimalsFor(double value, int digits) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return 0;
        }
        // A hair more, so that 9.999999 counts as 10.
        return Math.min(FINEST, digits - 1 - (int) Math.floor(Math.log10(Math.abs(value)) + 1e-9));
    }

    /** Returns a number with so many digits after the point, and a comma between thousands. */
    public static String fixed(double value, int decimals) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "unknown";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        String digits = grouped(rounded.abs().toPlainString());
        return rounded.signum() < 0 ? "\u2212" + digits : digits;
    }

    /** By hand, since a formatter takes longer to start than a whole page to write. */
    private static String grouped(String plain) {
        int point = plain.indexOf('.');
        int whole = point < 0 ? plain.length() : point;
        StringBuilder grouped = new StringBuilder(plain);
        for (int comma = whole - 3; comma > 0; comma -= 3) {
            grouped.insert(comma, ',');
        }
        return grouped.toString();
    }

    /** Returns a number of which only the size matters: three digits at most, no zeros after them. */
    public static String about(double value) {
        return about(value, Math.abs(value) < 10 ? 2 : 3);
    }

    /** Returns a number with at most so many significant digits, whole from there on. */
    public static String about(double value, int digits) {
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return "unknown";
        }
        int decimals = decimalsFor(value, digits);
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        int needed = Math.max(0, rounded.stripTrailingZeros().scale());
        return fixed(rounded.doubleValue(), needed);
    }

    /** Returns a whole number, exactly. */
    public static String whole(double value) {
        return fixed(value, 0);
    }

    /** Returns a share as a percentage of one or two digits. */
    public static String share(double share) {
        double percent = share * 100;
        if (percent > 0 && percent < 1) {
            return "under 1" + NARROW + "%";
        }
        if (percent > 99 && percent < 100) {
            return "over 99" + NARROW + "%";
        }
        return fixed(percent, 0) + NARROW + "%";
    }

    /** Returns a goal, with all the digits that its author wrote. */
    public static String goal(double slo) {
        BigDecimal percent = BigDecimal.valueOf(slo).movePointRight(2).setScale(8, RoundingMode.HALF_UP);
        return fixed(
                        percent.doubleValue(),
                        Math.max(0, percent.stripTrailingZeros().scale())) + NARROW + "%";
    }

    /** Returns a coordinate of a drawing: at most two digits after the point. */
    public static String coordinate(double value) {
        double safe = Double.isNaN(value) || Double.isInfinite(value) ? 0 : value;
        BigDecimal rounded = BigDecimal.valueOf(safe).setScale(2, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
