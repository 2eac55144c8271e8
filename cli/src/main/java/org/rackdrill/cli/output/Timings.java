package org.rackdrill.cli.output;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How long each step of a command took. It stands beside the results, never in them: the same question has the same
 * answer however long it takes.
 */
public final class Timings {
    private final LongSupplier nanos;
    private final long start;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private long last;

    /**
     * Starts counting.
     *
     * @param nanos a clock that only counts
     */
    public Timings(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.last = start;
    }

    /** Ends a step. */
    public void lap(String step) {
        long now = nanos.getAsLong();
        seconds.put(step, (now - last) / 1e9);
        last = now;
    }

    /** Returns the document {@code timings.json}. */
    public String json(String version, int threads, long histories) {
        return "{\n  \"format\": \"1.0\",\n  \"rackdrill\": \"" + version + "\",\n" + fields("  ", threads, histories)
                + "\n}\n";
    }

    /** Returns a JSON document with the timings as one more key. */
    public byte[] into(byte[] document, int threads, long histories) {
        String json = new String(document, StandardCharsets.UTF_8);
        String open = json.substring(0, json.lastIndexOf('}')).stripTrailing();
        String whole = open + ",\n  \"timings\": {\n" + fields("    ", threads, histories) + "\n  }\n}\n";
        return whole.getBytes(StandardCharsets.UTF_8);
    }

    private String fields(String indent, int threads, long histories) {
        double simulate = seconds.getOrDefault("simulate", 0.0);
        StringBuilder json = new StringBuilder();
        json.append(indent).append("\"threads\": ").append(threads).append(",\n");
        json.append(indent)
                .append("\"historiesPerSecond\": ")
                .append(simulate > 0 ? Math.round(histories / simulate) : 0)
                .append(",\n");
        json.append(indent).append("\"seconds\": {");
        seconds.forEach((step, value) -> json.append("\"")
                .append(step)
                .append("\": ")
                .append(number(value))
                .append(", "));
        return json.append("\"total\": ")
                .append(number((last - start) / 1e9))
                .append('}')
                .toString();
    }

    private static String number(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }
}
