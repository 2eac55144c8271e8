package org.rackdrill.simulator.capacity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;

/** Labs for tests, as text. */
final class LabText {

    private static final LabReader READER = new LabReader(Catalogue.load());

    private LabText() {}

    /** Returns the lab of a text; what is wrong with it is the message of the failure. */
    static Lab lab(String text) {
        Reading reading = READER.read("lab.yaml", text.getBytes(StandardCharsets.UTF_8));
        return reading.lab().orElseThrow(() -> new AssertionError(reading.problems()));
    }

    /** Returns a shipped lab. */
    static Lab shipped(String name) {
        try {
            return lab(Files.readString(Path.of("../scenarios/labs/" + name + ".yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
