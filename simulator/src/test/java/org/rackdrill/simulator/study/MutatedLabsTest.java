package org.rackdrill.simulator.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.LabMutator;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Compiler;
import org.rackdrill.simulator.compiled.Unanswerable;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Ledger;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.process.History;
import org.rackdrill.simulator.process.Stage;

/** Whatever happens to a lab file: what can be read can be simulated, or is refused in a sentence. */
@Tag("simulates")
class MutatedLabsTest {

    private static final int FILES = 10_000;
    private static final double HORIZON_HOURS = 2 * 8760;

    /** One in so many goes through the whole study, results and all; the others live through one history. */
    private static final int WHOLE = 100;

    @Test
    void everyMutantThatReadsIsSimulatedOrRefused() throws IOException {
        LabMutator mutator = new LabMutator(shipped());
        LabReader reader = new LabReader(Catalogue.load());
        int ran = 0;
        for (long seed = 0; seed < FILES; seed++) {
            byte[] yaml = mutator.mutant(seed).getBytes(StandardCharsets.UTF_8);
            Optional<Lab> lab = reader.read("lab.yaml", yaml).lab();
            if (lab.isPresent() && runs(lab.get(), seed)) {
                ran++;
            }
        }
        assertThat(ran).isGreaterThan(FILES / 5);
    }

    private static boolean runs(Lab lab, long seed) {
        try {
            if (seed % WHOLE == 0) {
                wholeStudy(lab);
            } else {
                oneHistory(lab, seed);
            }
            return true;
        } catch (Unanswerable refusal) {
            assertThat(refusal.getMessage()).as("seed " + seed).isNotBlank();
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static void oneHistory(Lab lab, long seed) {
        CompiledLab compiled = Compiler.compile(lab);
        Tally tally = new Tally(compiled, 1, Controls.none(compiled));
        History history = new History(compiled, new Ledger(compiled, tally));
        history.run(1, seed, compiled.parameters().bestGuess(), HORIZON_HOURS, Stage.NOBODY);
        for (int s = 0; s < compiled.services().length; s++) {
            assertThat(tally.down(0, s)).as("seed " + seed).isBetween(0.0, HORIZON_HOURS * (1 + 1e-9));
        }
    }

    private static void wholeStudy(Lab lab) {
        Question question = new Question(lab, "mutant", "", 0.5, 2, Optional.of(Duration.ofDays(365)), 1, 1, "test");
        Results results = Simulation.run(question, Progress.SILENT);
        for (Results.Service service : results.services()) {
            assertThat(service.availability().mean()).isBetween(0.0, 1.0);
            double shares =
                    service.causes().stream().mapToDouble(Results.Cause::share).sum();
            assertThat(service.causes().isEmpty() || Math.abs(shares - 1) < 1e-6)
                    .isTrue();
        }
    }

    private static List<String> shipped() throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("../scenarios/labs"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml"))
                    .sorted()
                    .toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }
}
