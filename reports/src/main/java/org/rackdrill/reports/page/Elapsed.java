package org.rackdrill.reports.page;

import java.time.Duration;

/** Lengths of time that somebody measured, as a person with a watch says them: never more than two units. */
public final class Elapsed {
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;

    private Elapsed() {}

    /** Returns a length of time, such as {@code 95 s}, {@code 7 min 5 s} or {@code 3 h}. */
    public static String text(Duration length) {
        Duration size = length.abs();
        long seconds = size.plusMillis(500).toSeconds();
        String sign = length.isNegative() && seconds > 0 ? "\u2212" : "";
        if (size.toMillis() > 0 && size.toMillis() < 1000) {
            return "under 1" + Figures.NARROW + "s";
        }
        if (seconds < 2 * MINUTE) {
            return sign + one(seconds, "s");
        }
        if (seconds < 2 * HOUR) {
            return sign + two(seconds, MINUTE, "min", 1, "s");
        }
        if (seconds < 2 * DAY) {
            return sign + two(seconds, HOUR, "h", MINUTE, "min");
        }
        return sign + two(seconds, DAY, "days", HOUR, "h");
    }

    private static String two(long seconds, long large, String largeUnit, long small, String smallUnit) {
        long rounded = (seconds + small / 2) / small * small;
        String first = one(rounded / large, largeUnit);
        long rest = rounded % large / small;
        return rest == 0 ? first : first + " " + one(rest, smallUnit);
    }

    private static String one(long number, String unit) {
        return Figures.whole(number) + Figures.NARROW + unit;
    }
}
