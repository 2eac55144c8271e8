package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuntTest {
    @TempDir
    Path directory;

    private Desk desk() {
        return new Desk(directory);
    }

    private List<String> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve(folder))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aGoalThatCanBeBrokenEndsWithOneAndDrillsThatAreValid() throws IOException {
        Desk.Outcome outcome =
                desk().run("hunt", "raw-copy", "--goal", "no data lost", "--most", "2", "--out", "hunted");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.out().lines().findFirst())
                .hasValueSatisfying(verdict -> assertThat(verdict)
                        .startsWith("raw-copy: \"no data lost\" is broken by ")
                        .contains(" fault", " pair"));
        assertThat(outcome.out().lines().count()).isLessThanOrEqualTo(24);
        assertThat(outcome.out().lines()).allMatch(line -> line.length() <= 80);
        assertThat(outcome.err()).contains(" in hunted");
        List<String> drills = files("hunted").stream()
                .filter(name -> name.endsWith(".drill.yaml"))
                .toList();
        assertThat(drills).isNotEmpty();
        assertThat(files("hunted")).contains("hunt.json");
        for (String drill : drills) {
            assertThat(desk().run("validate", "hunted/" + drill).code())
                    .as(drill)
                    .isZero();
        }
    }

    @Test
    void aDrillOfAFileFindsItsLab() throws IOException {
        Files.createDirectories(directory.resolve("labs"));
        Files.writeString(directory.resolve("labs/mine.yaml"), """
                rackdrill: 1
                name: Mine
                sites: {home: {mains: {statistics: generic-mains}}}
                network: {router: {model: generic-router, site: home}}
                nodes:
                  box: {model: generic-node, network: router, memory: 8 GiB, pools: {tank: {layout: mirror, disks: 2 x 8 TB hdd}}}
                services:
                  files: {kind: container, on: box, memory: 1 GiB, data: {at: box/tank, size: 1 TB}}
                """);
        Desk.Outcome outcome = desk().run("hunt", "labs/mine.yaml", "--most", "1", "--out", "out/hunted");
        assertThat(outcome.code()).isEqualTo(1);
        String drill = files("out/hunted").get(0);
        assertThat(Files.readString(directory.resolve("out/hunted").resolve(drill)))
                .contains("lab: \"../../labs/mine.yaml\"\n");
        assertThat(desk().run("validate", "out/hunted/" + drill).code()).isZero();
    }

    @Test
    void aGoalThatNothingBreaksEndsWithZero() {
        Desk.Outcome outcome = desk().run("hunt", "v1", "--goal", "no data lost", "--most", "1");
        assertThat(outcome.out()).startsWith("v1: \"no data lost\" is kept\n");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aProgramGetsTheSameBytesOnAnyNumberOfThreads() {
        String[] words = {"hunt", "raw-copy", "--most", "2", "--json", "-", "--no-timings", "--threads"};
        Desk.Outcome one =
                desk().run(Stream.concat(Stream.of(words), Stream.of("1")).toArray(String[]::new));
        Desk.Outcome two =
                desk().run(Stream.concat(Stream.of(words), Stream.of("2")).toArray(String[]::new));
        assertThat(one.out())
                .isEqualTo(two.out())
                .startsWith("{\n")
                .contains("\"goal\" : \"no data lost\"", "\"found\"");
        assertThat(one.out().getBytes(StandardCharsets.UTF_8).length).isGreaterThan(1000);
        assertThat(directory).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({
        "jellyfish 99.9%, the lab has no service jellyfish",
        "nonsense, is no goal",
        "jellyfin 120%, is more than all"
    })
    void whatIsNoGoalIsWrongUsage(String goal, String why) {
        Desk.Outcome outcome = desk().run("hunt", "v1", "--goal", goal);
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("--goal: ", why);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void fourFaultsAtOnceAreNotHunted() {
        Desk.Outcome outcome = desk().run("hunt", "v1", "--most", "4");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("--most takes 1 to 3");
    }
}
