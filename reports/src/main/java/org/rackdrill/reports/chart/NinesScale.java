package org.rackdrill.reports.chart;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A scale on which each further nine takes the same room, so that 99 % and 99.99 % can both be read.
 *
 * @param from nines at the left end
 * @param to nines at the right end
 */
public record NinesScale(double from, double to) {
    private static final double MOST = 7;
    private static final double LEAST_WIDTH = 1.4;
    private static final double MARGIN = 0.12;

    /** Returns a scale that holds all of these availabilities and at least one whole nine. */
    public static NinesScale over(List<Double> availabilities) {
        double least =
                availabilities.stream().mapToDouble(NinesScale::nines).min().orElse(2);
        double most =
                availabilities.stream().mapToDouble(NinesScale::nines).max().orElse(4);
        double missing = Math.max(0, LEAST_WIDTH - (most - least)) / 2;
        double from = Math.max(0, least - MARGIN - missing);
        return new NinesScale(from, Math.max(from + LEAST_WIDTH, most + MARGIN + missing));
    }

    /** Returns where an availability lies, from 0 at the left end to 1 at the right. */
    public double position(double availability) {
        return at(nines(availability));
    }

    /** Returns the whole nines on the scale. */
    List<Integer> ticks() {
        return IntStream.rangeClosed((int) Math.ceil(from), (int) Math.floor(to))
                .boxed()
                .toList();
    }

    /** Returns where a number of nines lies, from 0 to 1. */
    double at(double nines) {
        return Math.max(0, Math.min(1, (nines - from) / (to - from)));
    }

    /** Returns what is written at a number of nines. */
    static String label(int nines) {
        return switch (nines) {
            case 0 -> "0";
            case 1 -> "90";
            case 2 -> "99";
            default -> "99." + "9".repeat(nines - 2);
        };
    }

    private static double nines(double availability) {
        double down = 1 - Math.min(1, Math.max(0, availability));
        return down <= 0 || Double.isNaN(down) ? MOST : Math.min(MOST, -Math.log10(down));
    }
}
