package org.rackdrill.live.recorded;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** What a real program printed once; the README beside the files says where. */
public final class Recorded {
    private Recorded() {}

    /** Returns a file. */
    public static String text(String name) {
        try (InputStream from = Objects.requireNonNull(Recorded.class.getResourceAsStream(name), name)) {
            return new String(from.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
