package org.rackdrill.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.OptionsReader;
import org.rackdrill.model.reading.OptionsReading;
import org.rackdrill.simulator.plan.OutfitShelf;
import org.rackdrill.simulator.plan.Shelf;

/** The twelve options that are shipped for v1, to choose from. */
final class ShippedOptions {
    private ShippedOptions() {}

    static Shelf ofV1() {
        LabReader labs = new LabReader(Catalogue.load());
        OptionsReading reading = new OptionsReader(labs)
                .read(
                        "v1.options.yaml",
                        bytes("options/v1.options.yaml"),
                        Optional.of(new OptionsReader.Ground("v1.yaml", bytes("labs/v1.yaml"), Optional.of("AUD"))));
        return new OutfitShelf(reading.outfit()
                .orElseThrow(() -> new IllegalStateException(reading.problems().toString())));
    }

    private static byte[] bytes(String file) {
        try (InputStream stream = ShippedOptions.class.getClassLoader().getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("there is no " + file + " on the class path");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
