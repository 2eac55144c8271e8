package org.rackdrill.model.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.model.lab.Lab;

/** Whatever happens to a file, reading it gives a lab or a list of problems. */
@Tag("long")
class MutatedLabsTest {

    private static final int FILES = 10_000;

    @Test
    void everyMutantIsALabOrAListOfProblems() {
        LabMutator mutator = new LabMutator(Labs.valid());
        int labs = 0;
        for (long seed = 0; seed < FILES; seed++) {
            String yaml = mutator.mutant(seed);
            Reading reading = read(seed, yaml);
            if (reading.lab().isEmpty()) {
                assertThat(reading.problems())
                        .as("seed " + seed)
                        .anySatisfy(problem -> assertThat(problem.severity()).isEqualTo(Problem.Severity.ERROR));
            } else {
                labs++;
                namesHold(reading.lab().get(), seed);
            }
        }
        assertThat(labs).isGreaterThan(FILES / 5);
    }

    private static Reading read(long seed, String yaml) {
        try {
            return Labs.read(yaml);
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("seed " + seed + ":\n" + yaml, e);
        }
    }

    /** Every reference in a lab names something that exists. */
    private static void namesHold(Lab lab, long seed) {
        lab.services().forEach(service -> {
            service.on()
                    .forEach(node ->
                            assertThat(lab.node(node)).as("seed " + seed).isPresent());
            service.cluster()
                    .ifPresent(cluster ->
                            assertThat(lab.cluster(cluster)).as("seed " + seed).isPresent());
        });
        lab.copies()
                .forEach(copy -> assertThat(
                                lab.service(copy.service()).orElseThrow().data())
                        .as("seed " + seed)
                        .isPresent());
        lab.nodes()
                .forEach(node -> assertThat(node.poweredBy()).as("seed " + seed).isNotEmpty());
    }
}
