package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The program between other programs. */
class PipeTest {
    @TempDir
    Path directory;

    @Test
    void aReaderMayLeaveEarly() {
        Launch.Outcome outcome = launch().shell("set -o pipefail; " + Launch.command("explain", "v1") + " | head -n 1");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines()).hasSize(1);
        assertThat(outcome.err()).doesNotContain("Exception").doesNotContain("cannot write");
    }

    @Test
    void aFullDiskIsSaidInOneSentence() {
        assumeThat(Path.of("/dev/full")).exists();
        Launch.Outcome outcome = launch().shell(Launch.command("catalog") + " > /dev/full");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err().strip())
                .startsWith("rackdrill: cannot write to standard output: ")
                .hasLineCount(1);
    }

    @Test
    void aClosedOutputIsNoStackTrace() {
        Launch.Outcome outcome = launch().shell(Launch.command("catalog") + " >&-");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err()).doesNotContain("Exception");
    }

    @Test
    void aClosedErrorStreamDoesNotMatter() {
        Launch.Outcome outcome = launch().shell(Launch.command("validate", "v1") + " 2>&-");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void jsonIsAllThereIsOnStandardOutput() {
        Launch.Outcome outcome =
                launch().run("simulate", "my-rack", "--json", "-", "--precision", "50%", "--draws", "5");
        assertThat(outcome.code()).isZero();
        assertThat(JsonMapper.shared().readTree(outcome.out()).get("lab").asString())
                .isEqualTo("my-rack");
        assertThat(outcome.out() + outcome.err()).doesNotContain("\u001b").doesNotContain("\r");
    }

    @Test
    void answersComeFromAPipeToo() {
        Launch.Outcome outcome = launch().shell("printf 'Attic\\nintel nuc\\n' | " + Launch.command("init"));
        assertThat(outcome.code()).isZero();
        assertThat(directory.resolve("lab.yaml")).content().contains("name: \"Attic\"", "intel-nuc-11");
    }

    private Launch launch() {
        return new Launch(directory);
    }
}
