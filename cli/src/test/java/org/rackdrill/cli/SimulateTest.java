package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.cli.SampleResults.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.simulator.compiled.Unanswerable;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackdrill simulate}, with an engine that answers at once. */
class SimulateTest {
    private static final Service KEPT = service("dns", 0.9992, 0.9995, 0.9997);
    private static final Service MISSED = service("jellyfin", 0.995, 0.996, 0.997);
    private static final Service OPEN = service("immich", 0.9985, 0.9991, 0.9995);

    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine().answering(KEPT, OPEN, MISSED);

    @Test
    void theAnswerIsOnStandardOutputAndTheRestIsNot() {
        Desk.Outcome outcome = desk().run("simulate", "my-rack");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).hasSizeBetween(1, 24).allMatch(line -> line.length() <= 80);
        assertThat(outcome.out()).contains("jellyfin");
        assertThat(outcome.err()).contains("Report: rackdrill-out/my-rack-20260301-123045/report.html");
    }

    @Test
    void theLastLineIsTheNextCommandWhateverTheLabIsCalled() throws IOException {
        String lab = "rackdrill: 1\nname: A\nnodes: {nas: {model: generic-nas}}\nservices: {files: {on: nas}}\n";
        Files.writeString(directory.resolve("our rack.yaml"), lab);
        Files.writeString(directory.resolve("x".repeat(100) + "\u001b.yaml"), lab);
        assertThat(desk().run("simulate", "our rack.yaml").out().strip()).endsWith("rackdrill explain 'our rack.yaml'");
        Desk.Outcome outcome = desk().run("simulate", "x".repeat(100) + "\u001b.yaml");
        assertThat(outcome.out().strip()).endsWith("rackdrill explain --help");
        assertThat(outcome.out() + outcome.err()).doesNotContain("\u001b");
    }

    @Test
    void threeFilesAreWritten() throws IOException {
        desk().run("simulate", "my-rack");
        Path folder = directory.resolve("rackdrill-out/my-rack-20260301-123045");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("report.html", "results.json", "timings.json");
        }
        assertThat(folder.resolve("results.json")).hasBinaryContent(ResultsJson.write(engine.answered()));
        assertThat(json(Files.readString(folder.resolve("timings.json")))
                        .at("/seconds/simulate")
                        .isNumber())
                .isTrue();
        assertThat(folder.resolve("report.html"))
                .content()
                .contains("rackdrill simulate my-rack")
                .contains("rackdrill report rackdrill-out/my-rack-20260301-123045/results.json");
    }

    @Test
    void theFolderCanBeChosen() {
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--out", "some/where");
        assertThat(outcome.err()).contains("Report: some/where/report.html");
        assertThat(directory.resolve("some/where/results.json")).exists();
        assertThat(directory.resolve("rackdrill-out")).doesNotExist();
    }

    @Test
    void jsonStandsAloneOnStandardOutput() {
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--json", "-");
        JsonNode json = json(outcome.out());
        assertThat(json.get("lab").asString()).isEqualTo("my-rack");
        assertThat(json.at("/timings/seconds/total").isNumber()).isTrue();
        assertThat(outcome.err()).contains("jellyfin");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void withoutTimingsJsonIsTheFileByteForByte() throws IOException {
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--json", "-", "--no-timings", "--out", "here");
        assertThat(outcome.out()).isEqualTo(Files.readString(directory.resolve("here/results.json")));
    }

    @Test
    void jsonGoesToStandardOutputOnly() {
        assertThat(desk().run("simulate", "my-rack", "--json", "file.json").err())
                .contains("'file.json' must be '-', which is standard output.");
    }

    @Test
    void theOptionsReachTheQuestion() {
        desk().run(
                        "simulate",
                        "my-rack",
                        "--precision",
                        "2%",
                        "--horizon",
                        "18 months",
                        "--seed",
                        "-7",
                        "--draws",
                        "50",
                        "--threads",
                        "3",
                        "--engine",
                        "local");
        Question question = engine.asked().get(0);
        assertThat(question.precision()).isEqualTo(0.02);
        assertThat(question.horizon()).contains(Duration.ofHours(18 * 730));
        assertThat(question.seed()).isEqualTo(-7);
        assertThat(question.draws()).isEqualTo(50);
        assertThat(question.threads()).isEqualTo(3);
        assertThat(question.hash()).startsWith("sha256:");
    }

    @Test
    void theDefaultsAreTheOnesOfTheSimulator() {
        desk().run("simulate", "my-rack");
        Question question = engine.asked().get(0);
        assertThat(question.precision()).isEqualTo(Question.DEFAULT_PRECISION);
        assertThat(question.draws()).isEqualTo(Question.DEFAULT_DRAWS);
        assertThat(question.seed()).isEqualTo(Question.DEFAULT_SEED);
        assertThat(question.horizon()).isEmpty();
        assertThat(question.threads()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @ParameterizedTest
    @CsvSource({"5%, 0.05", "0.05, 0.05", ".5, 0.5", "'12.5 %', 0.125", "100%, 1", "1, 1"})
    void precisionIsAShareOrAPercentage(String typed, double meant) {
        desk().run("simulate", "my-rack", "--precision", typed);
        assertThat(engine.asked().get(0).precision()).isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "0", "0%", "-1%", "101%", "five", "", "1e-3", "NaN"})
    void anotherPrecisionIsRefused(String typed) {
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--precision", typed);
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("--precision", "write 5% or 0.05");
        assertThat(engine.asked()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5y, 43800", "5 y, 43800", "90d, 2160", "2 weeks, 336", "18 months, 13140", "0.5 years, 4380"})
    void theHorizonIsATimeAsPeopleSayIt(String typed, long hours) {
        desk().run("simulate", "my-rack", "--horizon", typed);
        assertThat(engine.asked().get(0).horizon()).contains(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "soon", "-5y", "0y", "101y", "1e9 y", "5 apples"})
    void anotherHorizonIsRefused(String typed) {
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--horizon", typed);
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("--horizon", typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--threads=0", "--threads=many", "--draws=0", "--seed=x", "--engine=spark", "--bogus"})
    void nonsenseIsWrongUsage(String option) {
        Desk.Outcome outcome = desk().run("simulate", "my-rack", option);
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).startsWith("rackdrill: ").contains("'rackdrill simulate --help'");
    }

    @Test
    void checkSucceedsWhenEveryGoalIsKept() {
        engine.answering(KEPT);
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--check");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("Check: every goal is kept.");
    }

    @Test
    void checkFailsWhenAGoalIsMissed() {
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--check");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err()).contains("Check: missed: jellyfin. may be missed: immich.");
    }

    @Test
    void checkIsOpenWhenTheIntervalStraddlesAGoal() {
        engine.answering(KEPT, OPEN);
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--check");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).contains("Check: may be missed: immich.");
    }

    @Test
    void withoutCheckTheAnswerIsNoError() {
        assertThat(desk().run("simulate", "my-rack").code()).isZero();
    }

    @Test
    void whatThereIsIsPrintedWhenSomebodyInterrupts() throws IOException {
        Desk desk = desk();
        engine.whileRunning(() -> desk.surroundings().interruption().request());
        Desk.Outcome outcome = desk.run("simulate", "my-rack", "--out", "here", "--check");
        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.err()).contains("Interrupted: this is what 1000 histories say.");
        assertThat(ResultsJson.read(Files.readAllBytes(directory.resolve("here/results.json")))
                        .partial())
                .isTrue();
    }

    @Test
    void anInterruptionInTheFirstMomentIsSaid() {
        Desk desk = desk();
        engine.knowingNothing()
                .whileRunning(() -> desk.surroundings().interruption().request());
        Desk.Outcome outcome = desk.run("simulate", "my-rack");
        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Interrupted before there was an answer.");
    }

    @Test
    void aLabThatCannotBeSimulatedIsBadInput() {
        engine.whileRunning(() -> {
            throw new Unanswerable("pool tank has no disks.");
        });
        Desk.Outcome outcome = desk().run("simulate", "my-rack");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("rackdrill: pool tank has no disks.");
    }

    @Test
    void aBugIsOneLineAndHowToReportIt() {
        engine.whileRunning(() -> {
            throw new IllegalArgumentException("a negative\nduration");
        });
        Desk.Outcome outcome = desk().run("simulate", "my-rack");
        assertThat(outcome.code()).isEqualTo(70);
        assertThat(outcome.err().lines().filter(line -> line.startsWith("rackdrill: ")))
                .singleElement()
                .asString()
                .contains("this is a bug", "IllegalArgumentException: a negative\\nduration", "--debug");
        assertThat(outcome.err()).doesNotContain("\tat ");
        assertThat(desk().run("simulate", "my-rack", "--debug").err()).contains("\tat org.rackdrill");
    }

    @Test
    void tooLittleMemoryIsNoBug() {
        engine.whileRunning(() -> {
            throw new OutOfMemoryError("Java heap space");
        });
        Desk.Outcome outcome = desk().run("simulate", "my-rack");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err()).contains("not enough memory; RACKDRILL_OPTS=-Xmx2g gives it more.");
    }

    @Test
    void aDirectoryThatCannotBeMadeIsSaidBeforeTheRun() throws IOException {
        Files.writeString(directory.resolve("taken"), "");
        Desk.Outcome outcome = desk().run("simulate", "my-rack", "--out", "taken");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err()).contains("cannot make the directory 'taken'");
        assertThat(engine.asked()).isEmpty();
    }

    @Test
    void aLabWithErrorsIsNotRun() throws IOException {
        Files.writeString(directory.resolve("bad.yaml"), "rackdrill: 1\nnodez: {}\n");
        Desk.Outcome outcome = desk().run("simulate", "bad.yaml");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("bad.yaml:2:1: error: ").contains("rackdrill: bad.yaml has ");
        assertThat(directory.resolve("rackdrill-out")).doesNotExist();
    }

    @Test
    void colourAndProgressAreForPeople() {
        engine.whileRunning(() -> {});
        Desk.Outcome seen = desk().withPerson().run("simulate", "my-rack", "--out", "here");
        assertThat(seen.err()).contains("Simulating my-rack [");
        Desk.Outcome piped = desk().run("simulate", "my-rack", "--out", "here");
        assertThat(piped.out() + piped.err()).doesNotContain("\u001b").doesNotContain("\r");
    }

    private Desk desk() {
        return new Desk(directory).with(engine);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }
}
