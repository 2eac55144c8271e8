package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.cli.input.ShippedDrills;
import org.rackdrill.cli.input.ShippedLabs;

/** {@code rackdrill validate}: all problems of all files, and any file is survived. */
class ValidateTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @MethodSource("shipped")
    void shippedLabsHaveNoErrors(String name) {
        Desk.Outcome outcome = desk().run("validate", name);
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).contains("1 file: 0 errors, ");
        assertThat(outcome.err()).isEmpty();
    }

    static java.util.List<String> shipped() {
        return ShippedLabs.names();
    }

    @ParameterizedTest
    @MethodSource("shippedDrills")
    void shippedDrillsHaveNoErrors(String name) {
        Desk.Outcome outcome = desk().run("validate", name);
        assertThat(outcome.code()).as(outcome.out()).isZero();
        assertThat(outcome.out()).isEqualTo("1 file: 0 errors, 0 warnings.\n");
    }

    static java.util.List<String> shippedDrills() {
        return ShippedDrills.names();
    }

    @Test
    void aDrillIsReadForTheLabBesideIt() throws IOException {
        write("ours.yaml", "rackdrill: 1\nnodes: {nas: {}}\nservices: {photos: {on: nas}}\n");
        write("one.drill.yaml", drill("ours.yaml", "photos"));
        write("two.drill.yaml", drill("ours.yaml", "photo"));
        write("three.drill.yaml", drill("theirs.yaml", "photos"));
        assertThat(desk().run("validate", "one.drill.yaml").out()).isEqualTo("1 file: 0 errors, 0 warnings.\n");
        Desk.Outcome wrong = desk().run("validate", "two.drill.yaml", "three.drill.yaml");
        assertThat(wrong.code()).isEqualTo(65);
        assertThat(wrong.out())
                .contains("two.drill.yaml:6:38: error: nothing in the lab is called `photo`. Did you mean `photos`?")
                .contains("three.drill.yaml:3:6: error: the lab `theirs.yaml` cannot be read: there is no file");
    }

    @Test
    void aDrillNeedsALabWithoutErrors() throws IOException {
        write("ours.yaml", "rackdrill: 1\nnodez: {}\n");
        write("one.drill.yaml", drill("ours.yaml", "photos"));
        assertThat(desk().run("validate", "one.drill.yaml").out())
                .contains("one.drill.yaml:3:6: error: the lab `ours.yaml` has 1 error.");
    }

    @Test
    void aDrillIsOneByWhatItSays() throws IOException {
        write("game-day.yaml", drill("v1", "proxy"));
        assertThat(desk().run("validate", "game-day.yaml").out()).isEqualTo("1 file: 0 errors, 0 warnings.\n");
    }

    private static String drill(String lab, String service) {
        return """
                drill: 1
                name: One crash
                lab: %s
                why: to know
                steady: [{up: %s, tolerates: 1 min}]
                timeline: [{at: 1 min, process-kill: %s}]
                expect: [{recovers: %s, within: 1 min}]
                """.formatted(lab, service, service, service);
    }

    @Test
    void everyProblemOfEveryFileIsListed() throws IOException {
        write("one.yaml", "rackdrill: 1\nnodez: {}\nservicez: {}\n");
        write("two.yaml", "rackdrill: 1\nname: [\n");
        Desk.Outcome outcome = desk().run("validate", "one.yaml", "v1", "two.yaml", "three.yaml");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out())
                .contains("one.yaml:2:1: error: ", "one.yaml:3:1: error: ", "two.yaml:")
                .contains("error: there is no file 'three.yaml'.")
                .containsPattern("4 files: \\d+ errors, \\d+ warnings?\\.");
    }

    @Test
    void aPersonSeesTheLineAndThePlace() throws IOException {
        write("one.yaml", "rackdrill: 1\nnodes:\n  nas: {modle: generic-nas}\n");
        Desk.Outcome outcome = desk().withPerson().run("validate", "one.yaml");
        assertThat(outcome.out())
                .contains("error:\u001b[0m ")
                .contains("      nas: {modle: generic-nas}\n            ^\n");
    }

    @Test
    void aLongLineIsCutAroundThePlace() throws IOException {
        write(
                "one.yaml",
                "rackdrill: 1\nname: " + "x".repeat(5000) + "\nnodes: {" + " ".repeat(300) + "nas: {modle: 1}}\n");
        Desk.Outcome outcome = desk().withPerson().run("validate", "one.yaml");
        assertThat(outcome.out().lines().filter(line -> line.startsWith("    ")))
                .isNotEmpty()
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void aProgramSeesOneLineForEachProblem() throws IOException {
        write("one.yaml", "rackdrill: 1\nnodez: {}\n");
        Desk.Outcome outcome = desk().run("validate", "one.yaml");
        assertThat(outcome.out().lines()).allMatch(line -> line.startsWith("one.yaml:") || line.startsWith("1 file: "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"two words.yaml", "new\nline.yaml", "esc\u001b[2J.yaml", "-dash.yaml", "ünï.yaml", "%s.yaml"})
    void aFileMayHaveAnyName(String name) throws IOException {
        write(name, "rackdrill: 1\nnodez: {}\n");
        Desk.Outcome outcome = desk().withPerson().run("validate", "--", name);
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).contains(":2:1: ").doesNotContain("\u001b[2J").doesNotContain("new\nline");
    }

    @Test
    void aFileCannotSpeakToTheTerminal() throws IOException {
        write(
                "one.yaml",
                "rackdrill: 1\nnodes:\n  \"nas\u001b[2J\\e[2J\\u202e\": {model: 1}\n  x: {\"\\e[31mmodel\": y}\n");
        Desk.Outcome outcome = desk().withPerson().run("validate", "one.yaml");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).doesNotContain("\u001b[2J", "\u202e", "\u001b[31mmodel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "empty", "."})
    void nothingIsNoLab(String name) throws IOException {
        assumeThat(Path.of("/dev/null")).exists();
        write("empty", "");
        Desk.Outcome outcome = desk().run("validate", name);
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).contains("1 file: 1 error, 0 warnings.");
    }

    @Test
    void noiseIsNoLab() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(7).nextBytes(noise);
        Files.write(directory.resolve("noise"), noise);
        Desk.Outcome outcome = desk().run("validate", "noise");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).doesNotContain("\u001b");
    }

    @Test
    void aHugeFileIsRefusedAtOnce() throws IOException {
        Files.write(directory.resolve("huge.yaml"), "- x\n".repeat(10_000_000).getBytes(StandardCharsets.US_ASCII));
        Desk.Outcome outcome = desk().run("validate", "huge.yaml");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out().lines()).hasSizeLessThan(5);
    }

    @Test
    void atLeastOneFileIsNeeded() {
        assertThat(desk().run("validate").code()).isEqualTo(64);
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(directory.resolve(name), content);
    }

    private Desk desk() {
        return new Desk(directory);
    }
}
