package org.rackdrill.chaos.importing.draft;

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
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.importing.draft.Remark.Kind;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;

/** What tests of imports have in common: shipped labs, our corpus, and reading again what was written. */
public final class Imports {

    private static final Path LABS = Path.of("../scenarios/labs");
    private static final Path CORPUS = Path.of("src/test/resources/importing");
    private static final Map<String, Lab> READ = new ConcurrentHashMap<>();

    private Imports() {}

    /** Returns a shipped lab. */
    public static Lab lab(String name) {
        return READ.computeIfAbsent(
                name,
                any -> new LabReader(Catalogue.load())
                        .read(name, bytes(LABS.resolve(name + ".yaml")))
                        .lab()
                        .orElseThrow());
    }

    /** Returns the files of our corpus of one format. */
    public static List<Path> corpus(String format) {
        try (Stream<Path> files = Files.list(CORPUS.resolve(format))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns a file of our corpus. */
    public static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads again what an import wrote: without an error, and with the same parts. */
    public static void readsBackEqual(Imported imported, Lab lab) {
        String text = imported.drill().orElseThrow();
        DrillReading reading =
                new DrillReader(name -> lab).read("it.drill.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading.problems().stream()
                        .filter(it -> it.severity() == Severity.ERROR)
                        .map(Problem::text))
                .as(text)
                .isEmpty();
        Drill drill = reading.drill().orElseThrow();
        Draft draft = imported.draft();
        assertThat(drill.timeline().stream().map(Imports::anyLine).toList()).isEqualTo(values(draft.timeline()));
        assertThat(drill.steady()).isEqualTo(values(draft.steady()));
        assertThat(drill.expectations()).isEqualTo(values(draft.expectations()));
        assertThat(drill.lasts()).isEqualTo(draft.lasts());
        assertThat(List.of(drill.name(), drill.lab(), drill.why()))
                .isEqualTo(List.of(draft.name(), draft.lab(), draft.why()));
    }

    private static Step anyLine(Step step) {
        return new Step(step.name(), step.when(), step.act(), 0);
    }

    private static <T> List<T> values(List<Part<T>> parts) {
        return parts.stream().map(Part::value).toList();
    }

    /** Returns what an import has to say of one kind, with the lines. */
    public static List<String> said(Imported imported, Kind kind) {
        return imported.draft().remarks().stream()
                .filter(it -> it.kind() == kind)
                .map(it -> it.line() + ": " + it.text())
                .toList();
    }

    /** Returns a drill without its comments at the top. */
    public static String body(Imported imported) {
        String text = imported.drill().orElseThrow();
        return text.substring(text.indexOf("drill: 1"));
    }
}
