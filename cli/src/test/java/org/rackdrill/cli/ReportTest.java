package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.cli.SampleResults.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    /** Who gave the wrong file learns what is wrong with it, and which one to give. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "jellyfin was down| it is not JSON, from line 1, column 1 on. Give one as rackdrill simulate, compare, plan or capacity wrote it",
                "{\"name\": \"jellyfin\",,}| it is not JSON, from line 1, column 21 on. Give one as rackdrill simulate, compare, plan or capacity wrote it",
                "{\"format\": \"1.0\", \"services\": [| it ends in the middle, as if the disk had been full.",
                "{\"study\": \"capacity\", \"format\": \"1.0\"| it ends in the middle, as if the disk had been full.",
                "{\"name\": \"somebody else's\"}|for it does not say its \"format\": give one that rackdrill simulate",
                "{\"study\": \"capacity\"}|for it does not say its \"format\": give one that rackdrill simulate",
                "{\"format\": \"2.1\"}|written in format 2.1, and this rackdrill reads 1.x",
                "{\"study\": \"capacity\", \"format\": \"2.1\"}|written in format 2.1, and this rackdrill reads 1.x",
                "{\"study\": \"capacity\", \"format\": \"1.0\"}|the key rackdrill is missing. Give one as"
            })
    void whatIsWrongWithAFileIsSaid(String content, String words) throws IOException {
        Files.writeString(directory.resolve("odd.json"), content);
        Desk.Outcome outcome = desk().run("report", "odd.json");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains(words).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    /** A disk that was full while the results were written. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.7, 0.99})
    void resultsThatEndInTheMiddleAreNotDrawn(double share) throws IOException {
        desk().run("simulate", "my-rack", "--out", "here");
        Path file = directory.resolve("here/results.json");
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, (int) (whole.length * share)));
        Files.delete(directory.resolve("here/report.html"));
        Desk.Outcome outcome = desk().run("report", "here/results.json");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err())
                .startsWith("rackdrill: This results file cannot be read: it ")
                .hasLineCount(1);
        assertThat(directory.resolve("here/report.html")).doesNotExist();
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
