package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.cli.input.ShippedLabs;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Reading;

/** {@code rackdrill init}: eight answers make a lab file that runs. */
class InitTest {
    private static final String[] FULL_ANSWERS = {
        "Our \"first\" rack: café # 家 \\",
        "dell t630, 2 x nuc, ds1621",
        "8 x 4 TB raidz2",
        "none",
        "2 x 1 TB ssd",
        "",
        "ols2000",
        "nbn fttp",
        "yes",
        "22:30-6:30, 3 weeks",
        "Immich!, Home Assistant, no, router, Überwachung"
    };

    @TempDir
    Path directory;

    @Test
    void withoutAPersonEveryDefaultIsTaken() throws IOException {
        Desk.Outcome outcome = desk().run("init", "--yes");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).contains("Wrote lab.yaml").contains("Next: rackdrill simulate lab.yaml");
        assertUsable("lab.yaml");
    }

    @Test
    void theEndOfTheInputMeansDefaultsFromThereOn() throws IOException {
        Desk.Outcome outcome = desk().typing("Attic").run("init", "attic.yaml");
        assertThat(outcome.code()).isZero();
        assertThat(file("attic.yaml")).contains("name: \"Attic\"").contains("generic-nas");
        assertUsable("attic.yaml");
    }

    @Test
    void everyAnswerIsInTheFile() throws IOException {
        Desk.Outcome outcome = desk().typing(FULL_ANSWERS).run("init", "ours.yaml");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("1. What do you call", "8. What do people use?");
        assertThat(outcome.err().lines())
                .as("what a pipe answers is shown")
                .anyMatch(line -> line.endsWith("] nbn fttp"));
        assertThat(file("ours.yaml"))
                .contains("dell-poweredge-t630", "raidz2, disks: 8 x 4 TB hdd")
                .contains("mini:", "mini-2:", "intel-nuc-11", "2 x 1 TB ssd")
                .contains("synology-ds1621+", "cyberpower-ols2000ert2ua", "nbn-fttp", "away-nas")
                .contains("asleep: \"22:30-06:30\"", "away: 3 weeks/y")
                .contains("  immich: {", "  home-assistant: {", "  service: {", "  router-2: {", "  uberwachung: {")
                .contains("copies:\n  immich: [{to: away-nas/tank");
        assertThat(assertUsable("ours.yaml").lab().orElseThrow().name()).isEqualTo(FULL_ANSWERS[0]);
    }

    @Test
    void whatWasAssumedIsMarked() throws IOException {
        desk().run("init", "--yes");
        assertThat(file("lab.yaml").lines().filter(line -> line.contains("# TO" + "DO ")))
                .hasSizeGreaterThan(4);
    }

    @Test
    void editorsFindTheSchemaBesideTheFile() throws IOException {
        desk().run("init", "--yes");
        assertThat(file("lab.yaml")).startsWith("# yaml-language-server: $schema=lab.schema.json\n");
        assertThat(file("lab.schema.json"))
                .isEqualTo(desk().run("schema", "lab").out());
    }

    @Test
    void whereSeveralPartsFitThePersonChooses() throws IOException {
        Desk.Outcome outcome = desk().typing("Attic", "poweredge", "7", "2").run("init");
        assertThat(outcome.err()).contains("'poweredge' could be:").contains("Give the number before it.");
        assertThat(file("lab.yaml")).contains("dell-poweredge-r530").doesNotContain("dell-poweredge-t630");
    }

    @Test
    void anAnswerThatMakesNoSenseIsAskedAgainAndThenLeftOut() throws IOException {
        Desk.Outcome outcome =
                desk().typing("Attic", "generic-nas", "lots", "many", "huge").run("init");
        assertThat(outcome.err())
                .contains("Write it like `4 x 8 TB hdd, raidz1`")
                .contains("Taking: 4 x 8 TB hdd, shr-1");
        assertThat(file("lab.yaml")).contains("layout: shr-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a: {b: [c",
                "'single' \"double\" \\n",
                "{{ template }} $(rm -rf ~) `id`",
                "- list\t*alias &anchor !tag %directive @at",
                "null",
                "\u001b[2J\u0007\u0000\u0085\u2028\ufeff\ufffe",
                "\ud83d\ude00 \ud83d",
                "!!!",
                "no, yes, on, off, null, 1, 1.5, 12:30",
            })
    void nothingThatIsTypedCanBreakTheFile(String hostile) throws IOException {
        String[] answers = new String[20];
        java.util.Arrays.fill(answers, hostile);
        assertThat(desk().typing(answers).run("init").code()).isZero();
        assertUsable("lab.yaml");
    }

    @Test
    void aFileThatIsThereIsNeverTouched() throws IOException {
        Files.writeString(directory.resolve("lab.yaml"), "precious");
        Desk.Outcome outcome = desk().run("init", "--yes");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("'lab.yaml' is there already; give another name");
        assertThat(file("lab.yaml")).isEqualTo("precious");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v0", "my-rack"})
    void aShippedLabCanBeTheStart(String like) throws IOException {
        assertThat(desk().run("init", "--like", like, like + "-ours.yaml").code())
                .isZero();
        assertThat(file(like + "-ours.yaml"))
                .isEqualTo("# yaml-language-server: $schema=lab.schema.json\n"
                        + new String(
                                ShippedLabs.find(like).orElseThrow().bytes(), java.nio.charset.StandardCharsets.UTF_8));
        assertUsable(like + "-ours.yaml");
    }

    @Test
    void anUnknownShippedLabIsGuessed() {
        Desk.Outcome outcome = desk().run("init", "--like", "my-rak");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("no shipped lab 'my-rak'. Did you mean my-rack?");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsNotThereIsSaid() {
        Desk.Outcome outcome = desk().run("init", "--yes", "no/such/lab.yaml");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err()).contains("cannot write 'no/such/lab.yaml': no such file or directory.");
    }

    private Reading assertUsable(String name) throws IOException {
        Reading reading = new LabReader(Catalogue.load()).read(name, Files.readAllBytes(directory.resolve(name)));
        assertThat(reading.problems())
                .filteredOn(problem -> problem.severity() == Problem.Severity.ERROR)
                .isEmpty();
        return reading;
    }

    private String file(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private Desk desk() {
        return new Desk(directory);
    }
}
