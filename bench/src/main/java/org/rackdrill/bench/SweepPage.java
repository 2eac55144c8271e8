package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The part of the performance page that says by calculation what many labs cost. */
final class SweepPage {

    private static final int LABS = 10_000;
    private static final String THREADS = "2";
    private static final double MILLIS = 1000;
    private static final double SECONDS_A_MINUTE = 60;

    private static final String HEAD = """

            ## Many labs

            By calculation from the histories above on two threads: 10,000 candidates of the size of v1 with 400 histories each, the
            fewest that `simulate` runs, each machine with two such cores and with labs of its own, without what is measured beside
            the answer. For one lab a cluster pays from about a million histories on, since it takes half a minute to begin and to
            end ([cluster.md](cluster.md)).

            | machines | 10,000 labs |
            |---|---|
            """;

    private SweepPage() {}

    /** Returns the section, or nothing when it has not been measured. */
    static String text(Path results) throws IOException {
        Path file = results.resolve(SpeedupPage.SPEEDUP);
        if (!Files.exists(file)) {
            return "";
        }
        double oneLab = Measured.in(file).stream()
                .filter(it -> it.behaviour().equals(THREADS))
                .findFirst()
                .orElseThrow()
                .score();
        StringBuilder text = new StringBuilder(HEAD);
        for (int machines : new int[] {1, 10, 100}) {
            text.append(String.format(Locale.ROOT, "| %d | %s |\n", machines, time(oneLab / MILLIS * LABS / machines)));
        }
        return text.toString();
    }

    private static String time(double seconds) {
        return seconds < 2 * SECONDS_A_MINUTE
                ? String.format(Locale.ROOT, "%.0f seconds", seconds)
                : String.format(Locale.ROOT, "%.0f minutes", seconds / SECONDS_A_MINUTE);
    }
}
