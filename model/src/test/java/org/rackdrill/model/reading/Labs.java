package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;

/** Reads labs for tests. */
final class Labs {

    private static final LabReader READER = new LabReader(Catalogue.load());

    private Labs() {}

    static Reading read(String yaml) {
        return READER.read("lab.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    }

    static Reading read(byte[] bytes) {
        return READER.read("lab.yaml", bytes);
    }

    /** Reads a lab that must be usable. */
    static Lab lab(String yaml) {
        Reading reading = read(yaml);
        assertThat(reading.lab()).as(problems(reading)).isPresent();
        return reading.lab().orElseThrow();
    }

    static String problems(Reading reading) {
        return String.join("\n", reading.problems().stream().map(Problem::text).toList());
    }

    /** Returns the problems that are not about physics that is still to be built. */
    static List<Problem> real(Reading reading) {
        return reading.problems().stream()
                .filter(problem -> !problem.what().contains("read but not simulated yet"))
                .toList();
    }

    /** Returns a file of the test resources. */
    static String resource(String name) {
        try (InputStream in = Labs.class.getResourceAsStream("/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the texts of all shipped labs and of the format's own examples. */
    static List<String> valid() {
        try (Stream<Path> files = Files.list(Path.of("../scenarios/labs"))) {
            Stream<String> shipped = files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .map(Labs::text);
            Stream<String> examples = Stream.of("ten-minutes", "everything", "in-words", "reachable")
                    .map(name -> resource("format/" + name + ".yaml"));
            return Stream.concat(shipped, examples).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
