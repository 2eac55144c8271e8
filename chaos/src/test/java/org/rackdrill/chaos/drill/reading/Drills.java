package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Problem;

/** Reads drills for tests, for the labs that are shipped. */
final class Drills {

    private static final Path SCENARIOS = Path.of("../scenarios");
    private static final Map<String, Lab> LABS = new ConcurrentHashMap<>();
    private static final DrillReader READER = new DrillReader(Drills::lab);

    private Drills() {}

    static DrillReading read(String yaml) {
        return READER.read("test.drill.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a drill that must be usable. */
    static Drill drill(String yaml) {
        DrillReading reading = read(yaml);
        assertThat(reading.drill()).as(problems(reading)).isPresent();
        return reading.drill().orElseThrow();
    }

    static String problems(DrillReading reading) {
        return String.join("\n", reading.problems().stream().map(Problem::text).toList());
    }

    /** Returns the shipped drills. */
    static List<Path> shipped() {
        try (Stream<Path> files = Files.list(SCENARIOS.resolve("drills"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Lab lab(String name) {
        Path file = SCENARIOS.resolve("labs").resolve(name + ".yaml");
        if (!Files.exists(file)) {
            throw new BadText("there is no lab `" + name + "`", "Name a lab file or a shipped lab.");
        }
        return LABS.computeIfAbsent(
                name,
                any -> new LabReader(Catalogue.load())
                        .read(name, text(file).getBytes(StandardCharsets.UTF_8))
                        .lab()
                        .orElseThrow());
    }
}
