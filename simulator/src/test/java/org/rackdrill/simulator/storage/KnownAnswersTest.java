package org.rackdrill.simulator.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Storage against known answers in the quick form, in every build: two seeds, to 5 %. */
@Tag("simulates")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KnownAnswersTest {

    private static final List<Long> SEEDS = List.of(1L, 2L);

    private static final double TARGET = 0.05;

    /** Of about a hundred comparisons at 99 %. */
    private static final int MOST_MISSES = 3;

    private static final Path DOCUMENT = Path.of("../docs/validation-storage.md");

    private static final String WRITE = "validation.write";

    private List<Finding> findings = List.of();

    @BeforeAll
    void simulate() {
        findings = Settings.all().stream()
                .flatMap(setting -> SEEDS.stream().flatMap(seed -> setting.find(seed, false).stream()))
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> theNumberComputedHereIsTheOneHandedDown() {
        return Settings.all().stream()
                .flatMap(setting -> setting.known().stream()
                        .map(it -> DynamicTest.dynamicTest(
                                setting + ": " + it.what(),
                                () -> assertThat(Math.abs(it.computed() - it.printedValue()))
                                        .isLessThanOrEqualTo(it.printedTo() * (1 + 1e-9)))));
    }

    @TestFactory
    Stream<DynamicTest> theNumberLiesInAnInterval() {
        return findings.stream().collect(Collectors.groupingBy(Finding::known)).values().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.get(0).setting() + ": " + it.get(0).known().what(),
                        () -> assertThat(it).anyMatch(Finding::holds)));
    }

    @Test
    void fewSeedsMissOverAll() {
        assertThat(findings.stream().filter(it -> !it.holds())).hasSizeLessThanOrEqualTo(MOST_MISSES);
    }

    @TestFactory
    Stream<DynamicTest> theIntervalIsNarrowEnoughToShowAMistake() {
        return findings.stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.toString(),
                        () -> assertThat(it.relative()).as(it.toString()).isLessThanOrEqualTo(TARGET)));
    }

    @Test
    void theDocumentShowsTheseNumbers() throws IOException {
        String document = new StorageDocument(findings).text();
        if (System.getProperty(WRITE) != null) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/validation-storage.md is not what comes out now. When that is right, write it anew:\n"
                        + "mvn test -pl model,simulator -Dtest=KnownAnswersTest -D" + WRITE
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(document);
    }
}
