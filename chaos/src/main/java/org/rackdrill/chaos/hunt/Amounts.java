package org.rackdrill.chaos.hunt;

import java.time.Duration;

/** What a broken goal came to, as people read it. */
public final class Amounts {

    private static final double SECONDS_OF_AN_HOUR = 3600;

    private Amounts() {}

    /** Returns a clause such as {@code jellyfin is down for 12 min, and 10 min are allowed}. */
    public static String of(Goal goal, double hours) {
        if (goal instanceof Goal.Uptime uptime) {
            return uptime.service() + " is down for " + time(hours) + ", and " + Times.text(uptime.allowed())
                    + " is allowed";
        }
        return Double.isInfinite(hours) ? "data are lost for good" : "the last " + time(hours) + " of data are lost";
    }

    /** Returns a time without more digits than anybody reads. */
    public static String time(double hours) {
        long seconds = Math.round(hours * SECONDS_OF_AN_HOUR);
        long step = seconds < 120 ? 1 : seconds < 3600 ? 6 : seconds < 172_800 ? 360 : 3600;
        return Times.text(Duration.ofSeconds(Math.round((double) seconds / step) * step));
    }
}
