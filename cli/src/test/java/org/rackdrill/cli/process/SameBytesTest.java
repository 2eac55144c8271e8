package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same question has the same answer, byte for byte. */
class SameBytesTest {
    @TempDir
    Path directory;

    @Test
    void onAnyNumberOfThreads() {
        simulate("one", "--threads", "1");
        simulate("three", "--threads", "3");
        assertThat(directory.resolve("one/results.json"))
                .hasSameBinaryContentAs(directory.resolve("three/results.json"));
    }

    @Test
    void butNotForAnotherSeed() {
        simulate("one", "--seed", "1");
        simulate("two", "--seed", "2");
        assertThat(directory.resolve("one/results.json"))
                .content()
                .isNotEqualTo(org.assertj.core.util.Files.contentOf(
                        directory.resolve("two/results.json").toFile(), "UTF-8"));
    }

    private void simulate(String out, String option, String value) {
        Launch.Outcome outcome = new Launch(directory)
                .run("simulate", "my-rack", "--precision", "30%", "--draws", "20", "--out", out, option, value);
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }
}
