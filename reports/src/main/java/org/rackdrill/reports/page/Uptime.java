package org.rackdrill.reports.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Availabilities as percentages, rounded down so that none looks better than it is. */
public final class Uptime {
    private static final int FINEST = 7;

    private Uptime() {}

    /** Returns an availability as finely as its interval allows, such as {@code 99.94 %}. */
    public static String text(double availability, double low, double high) {
        return percent(availability, decimals(low, high)) + Figures.NARROW + "%";
    }

    /** Returns an interval, such as {@code 99.87 to 99.97}. */
    public static String range(double low, double high) {
        int decimals = decimals(low, high);
        return percent(low, decimals) + " to " + percent(high, decimals);
    }

    /** Returns an availability of which no interval is known: two digits of the unavailability. */
    public static String text(double availability) {
        int decimals = Figures.decimalsFor((1 - availability) * 100, 2);
        return percent(availability, availability >= 1 ? 0 : clamp(decimals)) + Figures.NARROW + "%";
    }

    private static int decimals(double low, double high) {
        return clamp(Figures.decimals(low * 100, high * 100));
    }

    private static int clamp(int decimals) {
        return Math.max(0, Math.min(FINEST, decimals));
    }

    private static String percent(double availability, int decimals) {
        if (Double.isNaN(availability) || Double.isInfinite(availability)) {
            return "unknown";
        }
        if (availability >= 1) {
            return "100";
        }
        BigDecimal percent = BigDecimal.valueOf(Math.max(0, availability)).movePointRight(2);
        int shown = decimals == FINEST
                ? Math.min(FINEST, Math.max(0, percent.stripTrailingZeros().scale()))
                : decimals;
        return Figures.fixed(percent.setScale(shown, RoundingMode.FLOOR).doubleValue(), shown);
    }
}
