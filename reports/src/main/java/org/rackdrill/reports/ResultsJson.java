package org.rackdrill.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.rackdrill.reports.json.Misfit;
import org.rackdrill.reports.json.RecordReader;
import org.rackdrill.reports.json.RecordWriter;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Results;

/** Results as JSON: the file from which every report can be drawn again. */
public final class ResultsJson {
    private static final int LARGEST_BYTES = 64 * 1024 * 1024;
    private static final int LONGEST_FORMAT = 20;
    private static final String WRITERS = "rackdrill simulate, compare, plan or capacity";

    private ResultsJson() {}

    /** Returns the bytes of {@code results.json}; equal results give equal bytes. */
    public static byte[] write(Results results) {
        return RecordWriter.bytes(results);
    }

    /** Returns the bytes of {@code comparison.json}; equal comparisons give equal bytes. */
    public static byte[] write(Comparison comparison) {
        return RecordWriter.bytes(comparison);
    }

    /** Returns the bytes of {@code plan.json}; equal results give equal bytes. */
    public static byte[] write(PlanResults results) {
        return RecordWriter.bytes(results);
    }

    /**
     * Returns what to buy, as it was written.
     *
     * @throws UnreadableResults when the bytes are no such results of a format that this version reads
     */
    public static PlanResults readPlan(byte[] json) {
        return read(json, PlanResults.class);
    }

    /**
     * Returns the results that were written.
     *
     * @throws UnreadableResults when the bytes are no results of a format that this version reads
     */
    public static Results read(byte[] json) {
        return read(json, Results.class);
    }

    /**
     * Returns the comparison that was written.
     *
     * @throws UnreadableResults when the bytes are no comparison of a format that this version reads
     */
    public static Comparison readComparison(byte[] json) {
        return read(json, Comparison.class);
    }

    /** Returns the JSON Schema of {@code results.json}; {@code #/$defs/Comparison} in it is that of a comparison. */
    public static String schema() {
        try (InputStream in = ResultsJson.class.getResourceAsStream("results.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("results.schema.json is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns any of our results.
     *
     * @throws UnreadableResults when the bytes are none of a format that this version reads
     */
    static <R extends Record> R read(byte[] json, Class<R> type) {
        if (json.length > LARGEST_BYTES) {
            throw new UnreadableResults("This file has " + (json.length >> 20)
                    + " MB, and no results are larger than 64 MB: give the results.json of a simulation.");
        }
        try {
            refuseOtherFormats(RecordReader.textAtTop(json, "format"));
            return RecordReader.read(json, type);
        } catch (Misfit e) {
            throw new UnreadableResults(
                    "This results file cannot be read: " + e.getMessage() + ". Give one as " + WRITERS
                            + " wrote it, or run the command again.",
                    e);
        }
    }

    private static void refuseOtherFormats(Optional<String> written) {
        String format = written.orElseThrow(
                () -> new UnreadableResults("This is no results file, for it does not say its \"format\":"
                        + " give one that " + WRITERS + " wrote."));
        String ours = Results.FORMAT.substring(0, Results.FORMAT.indexOf('.') + 1);
        if (!format.startsWith(ours) || format.length() > LONGEST_FORMAT) {
            String theirs = format.substring(0, Math.min(format.length(), LONGEST_FORMAT));
            throw new UnreadableResults("These results are written in format " + theirs + ", and this rackdrill reads "
                    + ours + "x: use the version that wrote them, or run the command again.");
        }
    }
}
