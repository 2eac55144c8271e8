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
        return ResultsJson.read(json, Capacity.class);
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
