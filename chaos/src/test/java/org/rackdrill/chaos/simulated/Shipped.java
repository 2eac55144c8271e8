package org.rackdrill.chaos.simulated;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.LabReader;

/** The shipped labs and drills, and drills of a few lines in them. */
final class Shipped {

    private static final Path SCENARIOS = Path.of("../scenarios");
    private static final Map<String, Lab> LABS = new ConcurrentHashMap<>();
    private static final Map<String, SimulatedLab> SIMULATED = new ConcurrentHashMap<>();
    private static final DrillReader READER = new DrillReader(Shipped::lab);

    private Shipped() {}

    static Lab lab(String name) {
        Path file = SCENARIOS.resolve("labs").resolve(name + ".yaml");
        if (!Files.exists(file)) {
            throw new BadText("there is no lab `" + name + "`", "Name a shipped lab.");
        }
        return LABS.computeIfAbsent(
                name,
                any -> new LabReader(Catalogue.load())
                        .read(name, text(file).getBytes(StandardCharsets.UTF_8))
                        .lab()
                        .orElseThrow());
    }

    static SimulatedLab simulated(String name) {
        return SIMULATED.computeIfAbsent(name, any -> new SimulatedLab(lab(name), "hash of " + name));
    }

    /** Returns the names of the shipped drills, in order. */
    static List<String> drills() {
        try (Stream<Path> files = Files.list(SCENARIOS.resolve("drills"))) {
            return files.map(file -> file.getFileName().toString().replace(".drill.yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a shipped drill in another lab; nothing where that lab has not what the drill speaks of. */
    static Optional<Drill> drill(String name, String lab) {
        return reading(yaml(name).replaceFirst("(?m)^lab: .*$", "lab: " + lab)).drill();
    }

    static DrillReading reading(String yaml) {
        return READER.read("test.drill.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    static String yaml(String drill) {
        return text(SCENARIOS.resolve("drills").resolve(drill + ".drill.yaml"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
