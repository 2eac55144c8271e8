package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.journal.SimulatedDisk;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.chaos.run.Terms;

/** Every shipped drill in every lab that has what it speaks of, and what {@code shipped-drills.txt} expects of it. */
final class ShippedDrillsRunTest {

    private static final List<String> LABS = List.of("v0", "v1", "v1-ceph", "v1-stretched", "sandbox");

    /** A line of the file. */
    private record Row(String drill, String lab, Status status, List<String> fails, String why) {

        void holds() {
            Outcome outcome = run(Shipped.drill(drill, lab).orElseThrow(), lab);
            assertThat(outcome.judgements().stream()
                            .filter(judgement -> judgement.verdict() != Verdict.PASSED)
                            .map(Judgement::check)
                            .toList())
                    .as("what fails in %s", outcome)
                    .isEqualTo(fails);
            assertThat(outcome.status()).as("%s", outcome).isEqualTo(status);
        }
    }

    private static Outcome run(Drill drill, String lab) {
        SimulatedWorld world = Shipped.simulated(lab).calm(drill, 1, () -> false);
        return new Runner(world, new SimulatedDisk(), Terms.USUAL).run(new Planner(world).plan(drill, "run"));
    }

    @TestFactory
    Stream<DynamicTest> everyDrillEndsAsExpected() {
        return rows().stream().map(row -> DynamicTest.dynamicTest(row.drill() + " in " + row.lab(), row::holds));
    }

    @Test
    void everyDrillIsExpectedSomethingOfInEveryLabThatHasWhatItSpeaksOf() {
        List<String> readable = new ArrayList<>();
        for (String drill : Shipped.drills()) {
            for (String lab : LABS) {
                Shipped.drill(drill, lab).ifPresent(any -> readable.add(drill + " in " + lab));
            }
        }
        assertThat(rows().stream().map(row -> row.drill() + " in " + row.lab())).containsExactlyElementsOf(readable);
    }

    @Test
    void whateverFailsHasAReason() {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.why().isEmpty())
                        .as("%s in %s", row.drill(), row.lab())
                        .isEqualTo(row.status() == Status.PASSED));
    }

    /** Reads {@code drill, lab: STATUS because ...} and indented below it what fails. */
    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (String line : lines()) {
            if (line.startsWith("    ")) {
                Row last = rows.remove(rows.size() - 1);
                List<String> fails = Stream.concat(last.fails().stream(), Stream.of(line.strip()))
                        .toList();
                rows.add(new Row(last.drill(), last.lab(), last.status(), fails, last.why()));
            } else {
                String[] parts = line.split(", |: | because ", 4);
                rows.add(new Row(
                        parts[0],
                        parts[1],
                        Status.valueOf(parts[2]),
                        List.of(),
                        Optional.of(parts)
                                .filter(it -> it.length > 3)
                                .map(it -> it[3])
                                .orElse("")));
            }
        }
        return rows;
    }

    private static List<String> lines() {
        try (InputStream file = Objects.requireNonNull(
                ShippedDrillsRunTest.class.getResourceAsStream("/simulated/shipped-drills.txt"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .collect(Collectors.toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
