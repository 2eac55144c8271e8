package org.rackdrill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One row of a JMH result file.
 *
 * @param name of the benchmark method
 * @param behaviour what was left out, or what else the one parameter is; empty for nothing
 * @param pending how many events a list held; empty where nobody counts them
 * @param score mean time
 * @param error half-width of its interval at 99.9 %; not a number when it was measured too few times to say
 * @param unit of both
 * @param times how often it was measured
 * @param events that happen in a history, where they are counted; otherwise not a number
 * @param bytes that one time allocates, where that is measured; otherwise not a number
 */
record Measured(
        String name,
        String behaviour,
        String pending,
        double score,
        double error,
        String unit,
        int times,
        double events,
        double bytes) {

    private static final double MILLION = 1e6;
    private static final String EVENTS = "events";

    static List<Measured> in(Path file) throws IOException {
        List<Measured> all = new ArrayList<>();
        for (JsonNode row : JsonMapper.builder().build().readTree(Files.readString(file))) {
            all.add(of(row));
        }
        return all;
    }

    private static Measured of(JsonNode row) {
        String name = row.get("benchmark").asString();
        JsonNode time = row.get("primaryMetric");
        JsonNode counted = row.path("secondaryMetrics");
        return new Measured(
                name.substring(name.lastIndexOf('.') + 1),
                parameter(row.path("params")),
                row.path("params").path(EVENTS).asString(""),
                time.get("score").asDouble(),
                number(time.get("scoreError")),
                time.get("scoreUnit").asString().replace("/op", "").replace("us", "µs"),
                row.get("forks").asInt() * row.get("measurementIterations").asInt(),
                number(counted.path("events").path("score"))
                        / number(counted.path("histories").path("score")),
                number(counted.path("gc.alloc.rate.norm").path("score")));
    }

    /** There is one at most beside how many events there are. */
    private static String parameter(JsonNode all) {
        return all.properties().stream()
                .filter(it -> !it.getKey().equals(EVENTS))
                .map(it -> it.getValue().asString(""))
                .findFirst()
                .orElse("");
    }

    /** JMH writes what it does not know as the word NaN. */
    private static double number(JsonNode node) {
        return node.isNumber() ? node.asDouble() : Double.NaN;
    }

    /** Such as "5.2 ± 0.1 million a second", of a throughput. */
    String millions() {
        String around = Double.isNaN(error) ? "" : String.format(Locale.ROOT, " ± %.2f", error / MILLION);
        return String.format(Locale.ROOT, "%.2f", score / MILLION) + around + " million a second";
    }

    /** Such as "120 ± 3 µs". */
    String time() {
        String plain = String.format(Locale.ROOT, score < 10 ? "%.2f" : "%.0f", score);
        String around =
                Double.isNaN(error) ? "" : String.format(Locale.ROOT, score < 10 ? " ± %.2f" : " ± %.0f", error);
        return plain + around + " " + unit;
    }
}
