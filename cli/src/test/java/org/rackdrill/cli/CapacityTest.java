package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a lab can carry, asked on the command line. */
class CapacityTest {
    private static final String SMALL = """
            rackdrill: 1
            name: Small
            nodes:
              nas: {model: generic-nas, memory: 8 GiB, pools: {vol: {layout: mirror, disks: 2 x 4 TB hdd}}}
            services:
              files: {on: nas, data: {at: nas/vol, size: 3 TB, growth: 200 GB/y}}
            """;

    @TempDir
    Path directory;

    private Desk desk() {
        return new Desk(directory);
    }

    @BeforeEach
    void aLab() throws IOException {
        Files.writeString(directory.resolve("small.yaml"), SMALL);
    }

    private List<String> files(String folder) throws IOException {
        try (var files = Files.list(directory.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theAnswerIsShortAndItsFilesAreThere() throws IOException {
        Desk.Outcome outcome = desk().run("capacity", "small.yaml", "--out", "asked", "--as-of", "2026-11-26");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines().count()).isLessThanOrEqualTo(24);
        assertThat(outcome.out().lines()).allMatch(line -> line.codePointCount(0, line.length()) <= 80);
        assertThat(outcome.out()).contains("nas/vol").contains("Next          rackdrill simulate small.yaml");
        assertThat(outcome.err()).contains("Report: asked/report.html");
        assertThat(files("asked")).containsExactly("capacity.json", "report.html", "timings.json");
    }

    @Test
    void whoIsInterruptedGetsNoHalfAnAnswer() {
        Desk desk = desk();
        desk.surroundings().interruption().request();
        Desk.Outcome outcome = desk.run("capacity", "small.yaml", "--out", "asked");
        assertThat(outcome.code()).isEqualTo(130);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("Interrupted before there was an answer.");
        assertThat(directory.resolve("asked/capacity.json")).doesNotExist();
    }

    @Test
    void theSameQuestionHasTheSameBytesOnAnyNumberOfThreads() {
        String one = json("--threads", "1");
        assertThat(one).isEqualTo(json("--threads", "2")).contains("\"study\" : \"capacity\"");
        assertThat(json("--threads", "2", "--seed", "2")).isNotEqualTo(one);
    }

    private String json(String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("capacity", "small.yaml", "--json", "-", "--no-timings", "--as-of", "2026-11-26"));
        words.addAll(List.of(more));
        Desk.Outcome outcome = desk().run(words.toArray(String[]::new));
        assertThat(outcome.code()).isZero();
        return outcome.out();
    }

    @Test
    void aReportIsDrawnAgainFromItsData() throws IOException {
        desk().run("capacity", "small.yaml", "--out", "asked", "--as-of", "2026-11-26");
        Desk.Outcome outcome = desk().run("report", "asked/capacity.json", "--out", "again");
        assertThat(outcome.code()).isZero();
        String again = Files.readString(directory.resolve("again/report.html"));
        assertThat(again)
                .contains("rackdrill capacity small --seed 1 --as-of 2026-11-26", "<h1>")
                .contains(Files.readString(directory.resolve("asked/report.html"))
                        .lines()
                        .filter(line -> line.contains("<h1>"))
                        .findFirst()
                        .orElseThrow()
                        .replaceAll(".*<h1>", "")
                        .replaceAll("</h1>.*", ""));
    }

    @Test
    void brokenDataAreRefused() throws IOException {
        Files.writeString(directory.resolve("capacity.json"), "{\"format\": \"1.0\", \"study\": \"capacity\"}");
        Desk.Outcome outcome = desk().run("report", "capacity.json");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.err()).contains("the key rackdrill is missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nowhere.yaml|--seed|1|65",
                "small.yaml|--as-of|tomorrow|64",
                "small.yaml|--as-of|99999-01-01|64",
                "small.yaml|--threads|none|64"
            })
    void whatCannotBeIsRefusedInOneSentence(String lab, String option, String value, int code) {
        Desk.Outcome outcome = desk().run("capacity", lab, option, value);
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.err()).isNotEmpty().doesNotContain("Exception");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aLoadThatCannotBeEndsWithASentenceAndNotWithAQueue() throws IOException {
        Files.writeString(
                directory.resolve("busy.yaml"),
                SMALL.replace(
                        "growth: 200 GB/y}",
                        "growth: 200 GB/y}, load: {profile: downloads, reads: 900/s, writes: 300/s}"));
        Desk.Outcome outcome = desk().run("capacity", "busy.yaml", "--out", "busy");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("The disks of nas/vol never keep up: they are asked for ");
        assertThat(outcome.out()).contains("never keeps up: ").contains(" times what the disks can do");
    }

    @Test
    void aLabWithoutNodesHasAnAnswerToo() throws IOException {
        Files.writeString(directory.resolve("bare.yaml"), """
                rackdrill: 1
                name: Bare
                components: {box: {fails: exp(1000 h), repairs: exp(1 h)}}
                services: {cool: {needs: [box]}}
                """);
        Desk.Outcome outcome = desk().run("capacity", "bare.yaml", "--out", "bare");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).startsWith("Nothing in this lab is short, today or within ten years.");
    }

    @Test
    void itsSchemaIsPublished() {
        assertThat(desk().run("schema", "capacity").out()).contains("urn:rackdrill:capacity:1");
    }
}
