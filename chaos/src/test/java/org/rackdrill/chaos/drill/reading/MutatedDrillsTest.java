package org.rackdrill.chaos.drill.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.reading.LabMutator;
import org.rackdrill.model.reading.Problem.Severity;

/** Whatever happens to a file, reading it gives a drill or a list of problems. */
@Tag("long")
class MutatedDrillsTest {

    private static final int FILES = 5_000;

    @Test
    void everyMutantIsADrillOrAListOfProblems() {
        LabMutator mutator =
                new LabMutator(Drills.shipped().stream().map(Drills::text).toList());
        int drills = 0;
        for (long seed = 0; seed < FILES; seed++) {
            String yaml = mutator.mutant(seed);
            DrillReading reading = read(seed, yaml);
            if (reading.drill().isPresent()) {
                drills++;
            } else {
                assertThat(reading.problems())
                        .as("seed " + seed)
                        .anySatisfy(problem -> assertThat(problem.severity()).isEqualTo(Severity.ERROR));
            }
        }
        assertThat(drills).isGreaterThan(FILES / 5);
    }

    private static DrillReading read(long seed, String yaml) {
        try {
            return Drills.read(yaml);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ":\n" + yaml, e);
        }
    }
}
