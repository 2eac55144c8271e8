package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The part of the performance page that says how many years of v1 are simulated in a second. */
final class SpeedupPage {

    static final String SPEEDUP = "speedup.json";

    /** What v1 looks ahead. */
    private static final int YEARS = 5;

    private static final double MILLIS = 1000;

    private static final String HEAD = """

            ## Simulated years a second

            %d histories of five years of v1, with everything that happens in them, in a warm Java. Wanted: 100,000 years a second on
            two threads, and two threads at least 1.8 times as fast as one.

            | threads | they take | simulated years a second | beside one thread |
            |---|---|---|---|
            """;

    private SpeedupPage() {}

    /** Returns the section, or nothing when it has not been measured. */
    static String text(Path results) throws IOException {
        Path file = results.resolve(SPEEDUP);
        if (!Files.exists(file)) {
            return "";
        }
        List<Measured> all = Measured.in(file);
        StringBuilder text = new StringBuilder(HEAD.formatted(SpeedupBenchmark.HISTORIES));
        for (Measured it : all) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %,.0f | x%.2f |\n",
                    it.behaviour(),
                    it.time(),
                    SpeedupBenchmark.HISTORIES * YEARS * MILLIS / it.score(),
                    all.get(0).score() / it.score()));
        }
        return text.toString();
    }
}
