package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Daily;
import org.rackdrill.simulator.storage.Pattern;

/** The hours of a week, Monday 0:00 first, and how much of a load comes in each. The shapes are our estimate. */
final class Week {

    static final int HOURS = 168;
    static final int DAYS = 7;

    private static final int DAY = 24;
    private static final int SATURDAY = 5;

    private Week() {}

    /** Returns the load in each hour over that in the mean of the week. */
    static double[] factors(Daily when) {
        double[] factors = new double[HOURS];
        double sum = 0;
        for (int hour = 0; hour < HOURS; hour++) {
            factors[hour] = weight(when, hour % DAY, hour / DAY >= SATURDAY);
            sum += factors[hour];
        }
        for (int hour = 0; hour < HOURS; hour++) {
            factors[hour] *= HOURS / sum;
        }
        return factors;
    }

    private static double weight(Daily when, int hour, boolean weekend) {
        return switch (when) {
            case EVENLY -> 1;
            case WAKING -> waking(hour) ? 1 : 0.1;
            case EVENING -> hour >= 17 && hour < 23 ? 1 : weekend && hour >= 13 ? 0.7 : 0.05;
            case OFFICE -> !weekend && hour >= 8 && hour < 18 ? 1 : 0.05;
            case MORNING -> !weekend && hour == 8 ? 1 : 0;
            case NIGHT -> hour >= 1 && hour < 5 ? 1 : 0;
        };
    }

    /** Returns the hours of a day, Monday first. */
    static List<Integer> hours(int day) {
        return IntStream.range(day * DAY, (day + 1) * DAY).boxed().toList();
    }

    /** Returns whether people are awake in an hour of the day. */
    static boolean waking(int hour) {
        return hour % DAY >= 7 && hour % DAY < 23;
    }

    /** Returns a week in which each hour, or every so many, lasts only so long, the last first: it warms caches up. */
    static Pattern pattern(Daily when, int step, double windowMillis) {
        double[] factors = factors(when);
        int windows = HOURS / step;
        List<Double> weights = new ArrayList<>();
        double sum = 0;
        for (int window = 0; window < windows; window++) {
            double weight = factors[(window + windows - 1) % windows * step];
            weights.add(weight);
            sum += weight;
        }
        return sum == 0 ? Pattern.EVEN : Pattern.of(windows * windowMillis, weights);
    }
}
