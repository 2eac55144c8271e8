package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the shell sees when the program ends. */
class ExitCodeTest {
    @TempDir
    Path directory;

    @Test
    void helpIsGood() {
        Launch.Outcome outcome = launch().run("--help");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void anUnknownCommandIsWrongUsage() {
        assertThat(launch().run("simluate").code()).isEqualTo(64);
    }

    @Test
    void aMissingFileIsBadInput() {
        Launch.Outcome outcome = launch().run("validate", "no-such.yaml");
        assertThat(outcome.code()).isEqualTo(65);
    }

    @Test
    void anOutputThatCannotBeWrittenIsUnavailable() {
        Launch.Outcome outcome = launch().run("simulate", "my-rack", "--out", "/dev/null/here");
        assertThat(outcome.code()).isEqualTo(69);
        assertThat(outcome.err()).contains("cannot make the directory '/dev/null/here'");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10})
    void tooLittleMemoryIsUnavailable(int megabytes) {
        Launch.Outcome outcome = launch().shell(Launch.command("catalog").replace("-cp", "-Xmx" + megabytes + "m -cp"));
        assertThat(outcome.code()).isIn(0, 69);
        assertThat(outcome.err()).doesNotContain("\tat ");
    }

    private Launch launch() {
        return new Launch(directory);
    }
}
