package org.rackdrill.chaos.measurement;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Files of measurements for tests: recorded ones, and texts. */
final class Recorded {

    private Recorded() {}

    static byte[] bytes(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("/measurement/" + name)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<MeasuredFile.Contents> read(byte[] bytes) {
        try {
            return MeasuredFile.read("it", new ByteArrayInputStream(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Measurement> file(String name) {
        return read(bytes(name)).orElseThrow().measurements();
    }

    static List<Measurement> text(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8)).orElseThrow().measurements();
    }
}
