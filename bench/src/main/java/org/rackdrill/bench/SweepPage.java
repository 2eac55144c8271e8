package org.rackdrill.bench;

import java.util.Locale;

/** The part of the performance page that says by calculation what many labs cost. */
final class SweepPage {

    private static final int LABS = 10_000;
    private static final int HISTORIES = 400;
    private static final int CORES = 2;
    private static final double MICROS_A_SECOND = 1e6;
    private static final double SECONDS_A_MINUTE = 60;

    private static final String HEAD = """

            ## Many labs

            By calculation from the history above: 10,000 candidates of the size of v1 with 400 histories each, the fewest that
            `simulate` runs, each machine with two such cores and with labs of its own, without what is measured beside the answer.
            [cluster.md](cluster.md) says when a cluster pays for one lab.

            | machines | 10,000 labs |
            |---|---|
            """;

    private SweepPage() {}

    static String text(Measured history) {
        StringBuilder text = new StringBuilder(HEAD);
        for (int machines : new int[] {1, 10, 100}) {
            double seconds = history.score() / MICROS_A_SECOND * LABS * HISTORIES / CORES / machines;
            text.append(String.format(Locale.ROOT, "| %d | %s |\n", machines, time(seconds)));
        }
        return text.toString();
    }

    private static String time(double seconds) {
        return seconds < 2 * SECONDS_A_MINUTE
                ? String.format(Locale.ROOT, "%.0f seconds", seconds)
                : String.format(Locale.ROOT, "%.0f minutes", seconds / SECONDS_A_MINUTE);
    }
}
