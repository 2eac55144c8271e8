package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {
    /** Two pumps in series: one of them is out a tenth of the time. */
    private static final String LAB = """
            rackdrill: 1
            name: Pumps
            components:
              weak: {fails: exp(900 h), repairs: exp(100 h)}
              strong: {fails: exp(9900 h), repairs: exp(100 h)}
            services:
              cool: {needs: [weak, strong]}
            hazards: {}
            study: {horizon: 10 y}
            """;

    private static final String OPTIONS = """
            rackdrill: 1
            lab: pumps.yaml
            options:
              - name: spare for the weak one
                price: 100 AUD (80 AUD - 150 AUD)
                guess: true
                set: {components: {weak: {repairs: exp(10 h)}}}
              - name: spare for the strong one
                price: 100 AUD
                set: {components: {strong: {repairs: exp(10 h)}}}
              - name: a light
                price: 5 AUD
                add: {components: {light: {fails: exp(900 h), repairs: exp(1 h)}}}
            """;

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(directory.resolve("pumps.yaml"), LAB);
        Files.writeString(directory.resolve("pumps.options.yaml"), OPTIONS);
    }

    private Desk.Outcome plan(String... more) {
        List<String> words = new ArrayList<>(
                List.of("plan", "pumps.yaml", "--options", "pumps.options.yaml", "--histories", "40", "--draws", "20"));
        words.addAll(List.of(more));
        return new Desk(directory).run(words.toArray(String[]::new));
    }

    @Test
    void theCheapestThatKeepsTheGoalIsBought() throws IOException {
        Desk.Outcome outcome = plan("--goal", "97%", "--out", "bought");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().findFirst())
                .hasValueSatisfying(
                        line -> assertThat(line).startsWith("100 AUD once will").endsWith("bring cool to its goal."));
        assertThat(outcome.out())
                .contains("Buy           spare for the weak one, 100 AUD (80 to 150)", "No help       a light");
        assertThat(outcome.out().lines().count()).isLessThanOrEqualTo(24);
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(directory.resolve("bought/report.html")).exists();
        assertThat(Files.readString(directory.resolve("bought/plan.json"))).contains("\"meets\" : true");
    }

    @Test
    void aGoalThatTheBudgetCannotKeepEndsWithOne() {
        assertThat(plan("--goal", "97%", "--budget", "99", "--json", "-").code())
                .isEqualTo(1);
        Desk.Outcome outcome = plan("--goal", "99.99%", "--json", "-", "--no-timings");

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("{").contains("\"meets\" : false");
        assertThat(outcome.err()).contains("Nothing on the list is expected to bring cool to its goal.");
    }

    @Test
    void theSameSeedGivesTheSameBytesOnAnyNumberOfThreads() {
        String one = plan("--goal", "97%", "--json", "-", "--no-timings", "--threads", "1")
                .out();
        String two = plan("--goal", "97%", "--json", "-", "--no-timings", "--threads", "2")
                .out();

        assertThat(two).isEqualTo(one);
        assertThat(plan("--goal", "97%", "--json", "-", "--no-timings", "--seed", "2")
                        .out())
                .isNotEqualTo(one);
    }

    @Test
    void theReportIsDrawnAgainFromItsData() throws IOException {
        plan("--goal", "97%", "--out", "bought");
        Desk.Outcome again = new Desk(directory).run("report", "bought/plan.json", "--out", "again");

        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readString(directory.resolve("again/report.html"))).contains("Shopping list");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            --goal    | 100%     | must lie between 0% and 100%
            --goal    | 0.99     | is not a goal; write 99.9%
            --budget  | -3000    | is negative
            --budget  | 3000 AUD | is not an amount
            --for     | cools    | there is no service 'cools'. Did you mean cool?
            --horizon | 5 min    | must lie between 1 hour and 100 years
            """)
    void wrongUsageIsExplained(String option, String value, String sentence) {
        Desk.Outcome outcome = plan(option + "=" + value);

        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains(sentence);
    }

    @Test
    void aBadOptionsFileIsToldWholeWithItsPlaces() throws IOException {
        Files.writeString(
                directory.resolve("pumps.options.yaml"),
                OPTIONS.replace("price: 5 AUD", "price: -5 AUD").replace("strong: {repairs", "storng: {repairs"));
        Desk.Outcome outcome = plan("--goal", "97%");

        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("pumps.options.yaml:12:12: error: `-5 AUD` is negative");
        assertThat(plan("--goal", "97%").err()).doesNotContain("Exception");
        assertThat(new Desk(directory).run("validate", "pumps.options.yaml").code())
                .isEqualTo(65);
    }

    @Test
    void validateKnowsOptionsAndTriesThemOnTheirLab() throws IOException {
        assertThat(new Desk(directory).run("validate", "pumps.options.yaml").out())
                .contains("1 file: 0 errors");

        Files.writeString(
                directory.resolve("pumps.options.yaml"),
                OPTIONS.replace("strong: {repairs: exp(10 h)}", "strong: {repairs: soon}"));
        Desk.Outcome outcome = new Desk(directory).run("validate", "pumps.options.yaml");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).contains("pumps.options.yaml:10:42: error: ");
    }

    @Test
    void aLabOrOptionsThatAreNotThereAreRefusedInOneSentence() {
        assertThat(new Desk(directory)
                        .run("plan", "pumps.yaml", "--options", "v2")
                        .err())
                .contains("there is no file and no shipped options 'v2'. Did you mean v0 or v1?");
        assertThat(new Desk(directory)
                        .run("plan", "pumps.yaml", "--options", "x.yaml")
                        .code())
                .isEqualTo(65);
    }

    @Test
    void theSchemaOfOptionsIsPrinted() {
        assertThat(new Desk(directory).run("schema", "options").out())
                .contains("\"title\" : \"Rackdrill options\"", "\"at-most\"", "\"excludes\"");
    }

    @Test
    void withoutOptionsTheCatalogueProposesSome() throws IOException {
        Files.writeString(directory.resolve("two.yaml"), """
                rackdrill: 1
                name: Two
                nodes:
                  weak: {model: generic-node, fails: exp(3000 h), repair: 10 d, memory: 8 GiB}
                  strong: {model: generic-node, fails: never, memory: 8 GiB ecc}
                services:
                  dns: {on: weak}
                  wiki: {on: strong, needs: [dns]}
                study: {horizon: 2 y}
                """);
        Desk.Outcome outcome = new Desk(directory)
                .run("plan", "two.yaml", "--goal", "90%", "--histories", "40", "--draws", "20", "--json", "-");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("move dns from weak to strong");
    }
}
