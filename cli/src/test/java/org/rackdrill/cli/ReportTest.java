package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.cli.SampleResults.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code rackdrill report}: the same page from the same results. */
class ReportTest {
    @TempDir
    Path directory;

    private final FakeEngine engine = new FakeEngine().answering(service("jellyfin", 0.995, 0.996, 0.997));

    @Test
    void theReportIsDrawnBesideItsResults() throws IOException {
        desk().run("simulate", "my-rack", "--out", "here");
        Files.delete(directory.resolve("here/report.html"));
        Desk.Outcome outcome = desk().run("report", "here/results.json");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEqualToIgnoringNewLines("Report: here/report.html");
        assertThat(directory.resolve("here/report.html")).content().contains("jellyfin");
        assertThat(engine.asked()).hasSize(1);
    }

    @Test
    void theReportCanGoElsewhere() throws IOException {
        desk().run("simulate", "my-rack", "--out", "here");
        byte[] first = Files.readAllBytes(directory.resolve("here/report.html"));
        assertThat(desk().run("report", "here/results.json", "--out", "there").code())
                .isZero();
        assertThat(directory.resolve("there/report.html")).exists();
        assertThat(directory.resolve("here/report.html")).hasBinaryContent(first);
    }

    @Test
    void aComparisonIsDrawnToo() {
        desk().run("compare", "v0", "v1", "--out", "here");
        Desk.Outcome outcome = desk().run("report", "here/comparison.json", "--out", "there");
        assertThat(outcome.code()).isZero();
        assertThat(directory.resolve("there/report.html")).content().contains("rackdrill compare v0 v1 --seed 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[1, 2",
                "{\"format\": \"2.0\"}",
                "{\"format\": \"1.0\"}",
                "{\"format\": \"1.0\", \"rackdrill\": \"0\", \"labs\": [], \"differences\": []}",
                "\u0000\u0001"
            })
    void anotherFileIsRefusedInASentence(String content) throws IOException {
        Files.writeString(directory.resolve("results.json"), content);
        Desk.Outcome outcome = desk().run("report", "results.json");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).startsWith("rackdrill: ").hasLineCount(1);
        assertThat(directory.resolve("report.html")).doesNotExist();
    }

    @Test
    void aFileThatIsNotThereIsSaid() {
        Desk.Outcome outcome = desk().run("report", "no/results.json");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("there is no file 'no/results.json'.");
    }

    private Desk desk() {
        return new Desk(directory).with(engine);
    }
}
