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
    private static final String APART = "apart";
    private static final String ONE = "1";

    private static final String HEAD = """

            ## Simulated years a second

            %d histories of five years of v1, with everything that happens in them, in a warm Java. Wanted: 100,000 years a second on
            two threads (the goal: 300,000), and two threads at least 1.8 times as fast as one.

            | threads | they take | simulated years a second | beside one thread |
            |---|---|---|---|
            """;

    private static final String ABOUT_APART = """

            Two studies at the same time share nothing but the machine: they say what its two cores can do.
            """;

    private SpeedupPage() {}

    /** Returns the section, or nothing when it has not been measured. */
    static String text(Path results) throws IOException {
        Path file = results.resolve(SPEEDUP);
        if (!Files.exists(file)) {
            return "";
        }
        List<Measured> all = Measured.in(file);
        double one = all.stream()
                .filter(it -> it.behaviour().equals(ONE))
                .findFirst()
                .orElseThrow()
                .score();
        StringBuilder text = new StringBuilder(HEAD.formatted(SpeedupBenchmark.HISTORIES));
        all.stream().filter(it -> !it.name().equals(APART)).forEach(it -> text.append(row(it.behaviour(), it, 1, one)));
        all.stream()
                .filter(it -> it.name().equals(APART))
                .forEach(it -> text.append(row("two studies", it, 2, one)).append(ABOUT_APART));
        return text.toString();
    }

    private static String row(String who, Measured measured, int studies, double one) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,.0f | x%.2f |\n",
                who,
                measured.time(),
                studies * SpeedupBenchmark.HISTORIES * YEARS * MILLIS / measured.score(),
                studies * one / measured.score());
    }
}
