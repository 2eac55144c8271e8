package org.rackdrill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Reading;

/** The shipped labs that are measured. */
final class Labs {

    private Labs() {}

    /** Returns the lab that speed is promised for: two nodes, a friend's house, thirteen services. */
    static Lab v1() {
        return read("v1.yaml");
    }

    /** Returns the lab that a sandbox is made of. */
    static Lab sandbox() {
        return read("sandbox.yaml");
    }

    private static Lab read(String file) {
        try (InputStream stream = Labs.class.getClassLoader().getResourceAsStream("labs/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no lab " + file + " on the class path");
            }
            Reading reading = new LabReader(Catalogue.load()).read(file, stream.readAllBytes());
            return reading.lab().orElseThrow(() -> new IllegalStateException(file + ": " + reading.problems()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
