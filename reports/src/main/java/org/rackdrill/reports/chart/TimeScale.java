package org.rackdrill.reports.chart;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rackdrill.reports.page.Figures;

/**
 * A scale of time, with a moment somewhere on it from which it counts.
 *
 * @param from its left end
 * @param to its right end; later than {@code from}
 * @param zero the moment that is called 0
 */
public record TimeScale(Duration from, Duration to, Duration zero) {
    private static final int MOST_STEPS = 5;
    private static final long MINUTE = 60;
    private static final long HOUR = 3600;
    private static final long DAY = 86_400;
    private static final long[] STEPS = {
        1,
        2,
        5,
        10,
        15,
        30,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        30 * DAY,
        90 * DAY,
        365 * DAY
    };

    /** A mark on the scale. */
    record Tick(double position, String label) {}

    public TimeScale {
        // A run that ended within its first moment still has a width to be drawn on.
        to = to.compareTo(from.plusSeconds(1)) < 0 ? from.plusSeconds(1) : to;
    }

    /** Returns where a time lies, from 0 at the left end to 1 at the right. */
    public double position(Duration at) {
        double whole = seconds(to.minus(from));
        return Math.max(0, Math.min(1, seconds(at.minus(from)) / whole));
    }

    /** Returns at most six marks at round distances from zero. */
    List<Tick> ticks() {
        long step = step();
        List<Tick> ticks = new ArrayList<>();
        long first = (long) Math.ceil(seconds(from.minus(zero)) / step) * step;
        long last = (long) Math.floor(seconds(to.minus(zero)) / step) * step;
        for (long at = first; at <= last; at += step) {
            ticks.add(new Tick(position(zero.plusSeconds(at)), label(at, step)));
        }
        return ticks;
    }

    private long step() {
        double whole = seconds(to.minus(from));
        for (long step : STEPS) {
            if (whole / step <= MOST_STEPS) {
                return step;
            }
        }
        return (long) Math.ceil(whole / MOST_STEPS);
    }

    private static String label(long at, long step) {
        if (at == 0) {
            return "0";
        }
        String number;
        if (step < MINUTE) {
            number = Figures.whole(Math.abs(at)) + "\u00a0s";
        } else if (step < HOUR) {
            number = Figures.whole(Math.abs(at) / (double) MINUTE) + "\u00a0min";
        } else if (step < DAY) {
            number = Figures.whole(Math.abs(at) / (double) HOUR) + "\u00a0h";
        } else {
            number = Figures.whole(Math.abs(at) / (double) DAY) + "\u00a0d";
        }
        return (at < 0 ? "\u2212" : "+") + number;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
