package org.rackdrill.simulator.compiled;

import java.time.Duration;
import java.time.LocalTime;

/** Time inside the simulator is a number of hours. */
public final class Hours {

    /** A year, as everywhere in Rackdrill. */
    public static final double PER_YEAR = 8760;

    public static final double PER_DAY = 24;

    private static final double SECONDS = 3600;

    private Hours() {}

    public static double of(Duration duration) {
        return (duration.getSeconds() + duration.getNano() * 1e-9) / SECONDS;
    }

    public static double of(LocalTime time) {
        return time.toSecondOfDay() / SECONDS;
    }

    public static double ofSeconds(double seconds) {
        return seconds / SECONDS;
    }

    /**
     * Returns the largest whole number that is not above one that a long can hold: {@code Math.floor}, without the call
     * that it costs where only the quick compiler runs.
     */
    public static double whole(double number) {
        long towardsZero = (long) number;
        return towardsZero > number ? towardsZero - 1 : towardsZero;
    }
}
