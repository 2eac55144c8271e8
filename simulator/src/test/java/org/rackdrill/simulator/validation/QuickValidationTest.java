package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/**
 * The quick form of validation, in every build: two seeds, to 5 % of the small number. One seed in a hundred misses by
 * luck, and there are about a hundred findings here: a few may miss, but never both seeds of a case.
 */
@Tag("simulates")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuickValidationTest {

    private static final int MOST_MISSES = 3;

    private static final Path DOCUMENT = Path.of("../docs/validation.md");

    private static final Path STORAGE = Path.of("../docs/validation-storage.md");

    private static final String WRITE = "validation.write";

    private List<Finding> findings = List.of();
    private List<RareCase.Found> rare = List.of();
    private List<Fact> facts = List.of();

    @BeforeAll
    void simulate() {
        findings = new Runs(false).compare(Runs.QUICK_SEEDS);
        rare = RareCases.all().stream()
                .flatMap(it -> Runs.QUICK_SEEDS.stream().map(seed -> it.find(seed, false)))
                .toList();
        facts = Facts.all();
    }

    @TestFactory
    Stream<DynamicTest> whatIsRareLiesInAnIntervalAndIsKnownToATenth() {
        return rare.stream().collect(Collectors.groupingBy(RareCase.Found::of)).entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(it.getKey().toString(), () -> {
                    assertThat(it.getValue()).anyMatch(RareCase.Found::holds);
                    assertThat(it.getValue())
                            .allSatisfy(
                                    found -> assertThat(found.relative()).isLessThanOrEqualTo(RareCase.QUICK_TARGET));
                }));
    }

    @TestFactory
    Stream<DynamicTest> whatNeedsNoLuckHasAllItsDigits() {
        return facts.stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.toString(),
                        () -> assertThat(Math.abs(it.here() - it.printedValue()))
                                .isLessThanOrEqualTo(it.printedTo())));
    }

    @TestFactory
    Stream<DynamicTest> folkloreDoesNotComeOut() {
        return facts.stream()
                .filter(it -> it.kind() == Fact.Kind.FOLKLORE)
                .map(it -> DynamicTest.dynamicTest(
                        it.toString(),
                        () -> assertThat(Math.abs(it.ours() / it.printedValue() - 1))
                                .isGreaterThan(0.4)));
    }

    @Test
    void everyCaseHasARow() throws IOException {
        List<String> here = new Document(findings, rare, facts)
                .rows().stream().map(Row::name).toList();
        String storage = Files.readString(STORAGE);

        assertThat(IntStream.rangeClosed(1, Titles.ALL.size()).mapToObj(number -> "O" + number))
                .hasSize(41)
                .allMatch(name -> here.contains(name) || storage.contains("| " + name + " |"));
    }

    @TestFactory
    Stream<DynamicTest> theExactNumberLiesInAnInterval() {
        return findings.stream().collect(Collectors.groupingBy(Finding::of)).entrySet().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.getKey().toString(), () -> assertThat(it.getValue()).anyMatch(Finding::holds)));
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
                        () -> assertThat(it.relative())
                                .as(it.toString())
                                .isLessThanOrEqualTo(it.of().quickTarget())));
    }

    @Test
    void theDocumentShowsTheseNumbers() throws IOException {
        String document = new Document(findings, rare, facts).text();
        if (System.getProperty(WRITE) != null) {
            Files.writeString(DOCUMENT, document);
        }

        assertThat(Files.readString(DOCUMENT))
                .as("docs/validation.md is not what comes out now. When that is right, write it anew:\n"
                        + "mvn test -pl model,simulator -Dtest=QuickValidationTest -D" + WRITE
                        + " -Dsurefire.failIfNoSpecifiedTests=false")
                .isEqualTo(document);
    }
}
