package org.rackdrill.reports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.rackdrill.reports.json.Misfit;
import org.rackdrill.reports.json.RecordReader;
import org.rackdrill.reports.json.RecordWriter;
import org.rackdrill.simulator.capacity.Capacity;

/** The capacity of a lab as JSON: the file from which its report can be drawn again. */
public final class CapacityJson {
    private static final int LONGEST_FORMAT = 20;

    private CapacityJson() {}

    /** Returns the bytes of {@code capacity.json}; equal answers give equal bytes. */
    public static byte[] write(Capacity capacity) {
        return RecordWriter.bytes(capacity);
    }

    /** Returns whether bytes say that they are the answer of {@code rackdrill capacity}. */
    public static boolean is(byte[] json) {
        try {
            return RecordReader.textAtTop(json, "study")
                    .filter(Capacity.STUDY::equals)
                    .isPresent();
        } catch (Misfit notJson) {
            return false;
        }
    }

    /**
     * Returns the answer that was written.
     *
     * @throws UnreadableResults when the bytes are none of a format that this version reads
     */
    public static Capacity read(byte[] json) {
        try {
            String format = RecordReader.textAtTop(json, "format").orElse("");
            String ours = Capacity.FORMAT.substring(0, Capacity.FORMAT.indexOf('.') + 1);
            if (!format.startsWith(ours) || format.length() > LONGEST_FORMAT) {
                throw new UnreadableResults("This capacity.json is written in another format than " + ours
                        + "x: use the version that wrote it, or run rackdrill capacity again.");
            }
            return RecordReader.read(json, Capacity.class);
        } catch (Misfit e) {
            throw new UnreadableResults(
                    "This capacity.json cannot be read: " + e.getMessage()
                            + ". Give one as rackdrill capacity wrote it, or run the command again.",
                    e);
        }
    }

    /** Returns the JSON Schema of {@code capacity.json}. */
    public static String schema() {
        try (InputStream in = CapacityJson.class.getResourceAsStream("capacity.schema.json")) {
            if (in == null) {
                throw new IllegalStateException("capacity.schema.json is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
