package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.cli.SampleResults.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import tools.jackson.databind.json.JsonMapper;

/** {@code rackdrill compare}, with an engine that answers at once. */
class CompareTest {
    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine().answering(service("jellyfin", 0.995, 0.996, 0.997));

    @Test
    void theFirstLabIsWhatTheOthersAreComparedWith() throws IOException {
        Desk.Outcome outcome = desk().run("compare", "v0", "v1", "my-rack", "--out", "here");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).hasSizeBetween(1, 24).allMatch(line -> line.length() <= 80);
        assertThat(outcome.err()).contains("Report: here/report.html");
        Comparison comparison =
                ResultsJson.readComparison(Files.readAllBytes(directory.resolve("here/comparison.json")));
        assertThat(comparison.labs()).extracting(Results::lab).containsExactly("v0", "v1", "my-rack");
        assertThat(comparison.differences())
                .extracting(Comparison.Difference::baseline)
                .containsOnly("v0");
        assertThat(directory.resolve("here/timings.json")).exists();
        assertThat(directory.resolve("here/report.html")).content().contains("rackdrill compare v0 v1 my-rack");
    }

    @Test
    void theFolderIsNamedAfterAllLabs() {
        assertThat(desk().run("compare", "v0", "v1").err())
                .contains("Report: rackdrill-out/v0-v1-20260301-123045/report.html");
    }

    @Test
    void everyLabIsAskedTheSame() {
        desk().run("compare", "v0", "v1", "--seed", "7", "--precision", "2%");
        assertThat(engine.asked()).extracting(Question::seed).containsExactly(7L, 7L);
        assertThat(engine.asked()).extracting(Question::precision).containsExactly(0.02, 0.02);
    }

    @Test
    void labsOfOneNameAreToldApart() throws IOException {
        Files.createDirectories(directory.resolve("new"));
        String lab = "rackdrill: 1\nname: A\nnodes: {nas: {model: generic-nas}}\nservices: {files: {on: nas}}\n";
        Files.writeString(directory.resolve("lab.yaml"), lab);
        Files.writeString(directory.resolve("new/lab.yaml"), lab);
        desk().run("compare", "lab.yaml", "new/lab.yaml");
        assertThat(engine.asked()).extracting(Question::name).containsExactly("lab", "lab-2");
    }

    @Test
    void oneLabCannotBeCompared() {
        Desk.Outcome outcome = desk().run("compare", "v1");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("compare needs at least two labs");
    }

    @Test
    void jsonStandsAloneOnStandardOutput() {
        Desk.Outcome outcome = desk().run("compare", "v0", "v1", "--json", "-");
        assertThat(JsonMapper.shared()
                        .readTree(outcome.out())
                        .at("/timings/threads")
                        .isNumber())
                .isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void anInterruptionPrintsWhatThereIs() {
        Desk desk = desk();
        engine.whileRunning(() -> desk.surroundings().interruption().request());
        Desk.Outcome outcome = desk.run("compare", "v0", "v1");
        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.err()).contains("Interrupted: this is what 2000 histories say.");
    }

    @Test
    void aLabOfWhichNothingWasSeenIsNotComparedAsIfItNeverFailed() {
        Desk desk = desk();
        engine.whileRunning(() -> {
            if (engine.asked().size() == 2) {
                desk.surroundings().interruption().request();
                engine.knowingNothing();
            }
        });
        Desk.Outcome outcome = desk.run("compare", "v0", "v1", "--out", "here");
        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Interrupted before there was an answer.");
        assertThat(directory.resolve("here/comparison.json")).doesNotExist();
    }

    private Desk desk() {
        return new Desk(directory).with(engine);
    }
}
