package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The part of the performance page that says what fewer histories are needed than by plain Monte Carlo. */
final class VariancePage {

    static final String VARIANCE = "variance.json";

    private static final String HEAD = """

            ## Fewer histories

            How many times as many histories plain Monte Carlo needs for the same certainty, measured over 800 histories of each
            shipped lab. *Luck taken away*: what luck dealt beyond expectation, see decision 0011, for the service that is least
            certain; it is never taken for more than 100. *Rare made to strike*: conditional expectation for what hardly a history sees,
            see decision 0025, for the hours that it takes from the service where they are least certain, beside as many histories
            that wait for it. *Same luck*: for the difference between the lab and the first proposal that makes one, both under the same
            luck.

            | lab | luck taken away | rare made to strike | same luck | proposal |
            |---|---|---|---|---|
            """;

    /** A study takes no error for less than a tenth of what it was. */
    private static final int MOST_LUCK = 100;

    private static final int MOST_RARE = 1_000_000;
    private static final int MOST_COMMON = 1000;

    private VariancePage() {}

    static void write(List<VarianceReduction> all, Path file) throws IOException {
        Files.writeString(
                file,
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    /** Returns the section, or nothing when it has not been measured. */
    static String text(Path results) throws IOException {
        Path file = results.resolve(VARIANCE);
        if (!Files.exists(file)) {
            return "";
        }
        StringBuilder text = new StringBuilder(HEAD);
        for (VarianceReduction it :
                JsonMapper.builder().build().readValue(Files.readString(file), VarianceReduction[].class)) {
            String proposal = it.proposal();
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %s | %s |\n",
                    it.lab(),
                    times(it.luck(), MOST_LUCK),
                    times(it.rare(), MOST_RARE),
                    times(it.common(), MOST_COMMON),
                    proposal == null ? "" : proposal));
        }
        return text.toString();
    }

    /** More than can be told from rounding says no more than that it is a lot. */
    private static String times(@Nullable Double factor, int most) {
        if (factor == null) {
            return "";
        }
        return factor > most
                ? String.format(Locale.ROOT, "more than %,d", most)
                : String.format(Locale.ROOT, factor < 10 ? "%.1f" : "%.0f", factor);
    }
}
