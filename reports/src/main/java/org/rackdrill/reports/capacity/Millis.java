package org.rackdrill.reports.capacity;

import org.rackdrill.reports.page.Figures;
import org.rackdrill.reports.page.Hours;
import org.rackdrill.simulator.capacity.Likely;

/** Latencies as people read them. */
public final class Millis {
    private static final double SECOND = 1000;
    private static final double PER_HOUR = 3.6e6;

    private Millis() {}

    /** Returns a latency with its interval. */
    static String text(Likely millis) {
        return Known.text(millis, Millis::text);
    }

    /** Returns a latency, such as {@code 45 ms}; from a second on as other times are read. */
    public static String text(double millis) {
        return millis < SECOND ? Figures.about(millis, 2) + "\u00a0ms" : Hours.text(millis / PER_HOUR);
    }
}
