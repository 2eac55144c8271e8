package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The part of the performance page that says what a lab costs as it grows. */
final class ScalePage {

    static final String SCALE = "scale.json";

    private static final String HEAD = """

            ## Large labs

            One simulated year of `scale-N`, N nodes with ten disks and three services each, on one core, in a warm Java whose heap has
            2 GB, the most that is wanted for a thousand nodes. Wanted: a node of a large lab costs at most 1.2 times what it costs
            in the smallest.

            | nodes | a year takes | by the node | beside the smallest |
            |---|---|---|---|
            """;

    private ScalePage() {}

    /** Returns the section, or nothing when it has not been measured. */
    static String text(Path results) throws IOException {
        Path file = results.resolve(SCALE);
        if (!Files.exists(file)) {
            return "";
        }
        List<Measured> all = Measured.in(file);
        double least = perNode(all.get(0));
        StringBuilder text = new StringBuilder(HEAD);
        for (Measured it : all) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %,d | %s | %.1f %s | x%.2f |\n",
                    nodes(it),
                    it.time(),
                    perNode(it),
                    it.unit(),
                    perNode(it) / least));
        }
        return text.toString();
    }

    private static double perNode(Measured of) {
        return of.score() / nodes(of);
    }

    /** Its one parameter. */
    private static int nodes(Measured of) {
        return Integer.parseInt(of.behaviour());
    }
}
