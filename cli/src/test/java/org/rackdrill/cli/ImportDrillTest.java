package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code rackdrill import chaostoolkit} and {@code nut-seq}: a drill, or what keeps it from being one. */
class ImportDrillTest {
    private static final Path CORPUS = Path.of("../chaos/src/test/resources/importing");

    @TempDir
    Path directory;

    @BeforeEach
    void files() throws IOException {
        for (String file : new String[] {
            "chaostoolkit/a-whole-experiment.json", "chaostoolkit/guesses.json", "chaostoolkit/nothing-to-do.json",
            "nut/an-outage.seq", "nut/empty-battery.seq", "nut/a-dump.dev"
        }) {
            Path from = CORPUS.resolve(file);
            Files.copy(from, directory.resolve(from.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "chaostoolkit, a-whole-experiment.json, 0",
        "chaostoolkit, guesses.json,            2",
        "chaostoolkit, nothing-to-do.json,      1",
        "nut-seq,      an-outage.seq,           0",
        "nut-seq,      empty-battery.seq,       2",
        "nut-seq,      a-dump.dev,              1"
    })
    void theExitCodeTellsHowMuchOfItIsADrill(String format, String file, int code) {
        Desk.Outcome outcome = desk().run("import", format, file, "--lab", "v1");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.out().isEmpty()).isEqualTo(code == 1);
        assertThat(outcome.err().contains("so none is written")).isEqualTo(code == 1);
    }

    @Test
    void whatIsWrittenToAFileIsValid() {
        Desk.Outcome outcome = desk().run(
                        "import", "chaostoolkit", "a-whole-experiment.json", "--lab", "v1", "--out", "it.drill.yaml");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .contains(
                        "a-whole-experiment.json:68: note: rollbacks: the toolkit rolls back once",
                        "Wrote it.drill.yaml: 3 steps, 0 guessed, 0 left out. Next: rackdrill validate it.drill.yaml");
        assertThat(desk().run("validate", "it.drill.yaml").out()).contains("1 file: 0 errors, 0 warnings.");
    }

    @Test
    void aLabOfOnesOwnIsFoundFromWhereTheDrillIs() throws IOException {
        Files.createDirectories(directory.resolve("drills"));
        Files.createDirectories(directory.resolve("labs"));
        Files.copy(Path.of("../scenarios/labs/v1.yaml"), directory.resolve("labs/mine.yaml"));
        Desk.Outcome outcome = desk().run(
                        "import",
                        "nut-seq",
                        "an-outage.seq",
                        "--lab",
                        "labs/mine.yaml",
                        "--out",
                        "drills/it.drill.yaml");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(directory.resolve("drills/it.drill.yaml"))).contains("lab: \"../labs/mine.yaml\"");
        assertThat(desk().run("validate", "drills/it.drill.yaml").code()).isZero();
    }

    @Test
    void withoutALabNothingIsSure() {
        Desk.Outcome outcome = desk().run("import", "chaostoolkit", "a-whole-experiment.json");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).contains("lab: my-lab.yaml", "# TODO no lab was given");
        Desk.Outcome sequence = desk().run("import", "nut-seq", "an-outage.seq");
        assertThat(sequence.code()).isEqualTo(64);
        assertThat(sequence.err()).contains("nut-seq needs --lab");
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Files.writeString(directory.resolve("mine.drill.yaml"), "mine");
        Desk.Outcome outcome =
                desk().run("import", "nut-seq", "an-outage.seq", "--lab", "v1", "--out", "mine.drill.yaml");
        assertThat(outcome.code()).isEqualTo(64);
        assertThat(outcome.err()).contains("'mine.drill.yaml' exists already");
        assertThat(Files.readString(directory.resolve("mine.drill.yaml"))).isEqualTo("mine");
        assertThat(desk().run("import", "nut-seq", "an-outage.seq", "--lab", "v1", "--out", "no/where.yaml")
                        .code())
                .isEqualTo(69);
    }

    @Test
    void badInputIsOneSentenceWithItsLine() throws IOException {
        Files.writeString(directory.resolve("cut.json"), "{\"title\": \"t\",\n\"method\": [");
        assertRefused("chaostoolkit", "cut.json", "cut.json:2:12: error: not JSON");
        Files.write(directory.resolve("huge.json"), new byte[3 << 20]);
        assertRefused("chaostoolkit", "huge.json", "the file is larger than 500 kB");
        Files.writeString(directory.resolve("x.seq"), "ups.status: OL\nTIMER soon\n");
        assertRefused("nut-seq", "x.seq", "x.seq:2:1: error: `TIMER soon` is no pause in whole seconds");
        assertRefused("nut-seq", "nowhere.seq", "there is no file 'nowhere.seq'");
        assertRefused("chaostoolkit", ".", "'.' is a directory");
        Files.writeString(
                directory.resolve("evil.json"),
                "{\"title\": \"t\", \"method\": [{\"ref\": \"\\u001b[2J\\nevil\"}]}",
                StandardCharsets.UTF_8);
        assertRefused("chaostoolkit", "evil.json", "no activity is called `\\x1b[2J evil`");
    }

    @Test
    void whatIsSaidOfAFileStaysOnItsLine() throws IOException {
        Files.writeString(
                directory.resolve("evil.json"),
                "{\"title\": \"t\", \"a\\nWrote all of it: \\u001b[2J\": 1, \"method\": []}",
                StandardCharsets.UTF_8);
        Desk.Outcome outcome = desk().run("import", "chaostoolkit", "evil.json", "--lab", "v1");
        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(4).noneMatch(it -> it.startsWith("Wrote"));
        assertThat(outcome.err()).doesNotContain("\u001b");
    }

    @Test
    void optionsThatMeanNothingAreRefused() {
        assertThat(desk().run("import", "chaostoolkit", "guesses.json", "--ups", "ups1")
                        .code())
                .isEqualTo(64);
        assertThat(desk().run("import", "pve-ha", ".", "--lab", "v1").err())
                .contains("--lab means nothing with pve-ha");
        assertThat(desk().run("import", "pve-ha", ".", "--out", "x").code()).isEqualTo(64);
        Desk.Outcome ups = desk().run("import", "nut-seq", "an-outage.seq", "--lab", "v1", "--ups", "ups2");
        assertThat(ups.code()).isEqualTo(64);
        assertThat(ups.err()).contains("the lab has no UPS `ups2`. There is ups1.");
        assertThat(desk().run("import", "litmus", "x").err()).contains("there are chaostoolkit, nut-seq and pve-ha");
        assertThat(desk().run("import", "nut-seq", "an-outage.seq", "--lab", "v9")
                        .code())
                .isEqualTo(65);
    }

    private void assertRefused(String format, String file, String sentence) {
        Desk.Outcome outcome = desk().run("import", format, file, "--lab", "v1");
        assertThat(outcome.code()).isEqualTo(65);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains(sentence).doesNotContain("Exception", "\u001b");
    }

    private Desk desk() {
        return new Desk(directory);
    }
}
