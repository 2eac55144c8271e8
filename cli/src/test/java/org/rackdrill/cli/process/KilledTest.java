package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine takes the process away in the middle of a file. */
class KilledTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 23, 41})
    void aReportIsTheOldOneOrTheNewOneButNeverHalfOfOne(int milliseconds) throws Exception {
        Process process = new Launch(directory).start("exec " + Launch.main("org.rackdrill.cli.process.Scribbler"));
        await().atMost(Duration.ofSeconds(60)).until(this::writes);
        TimeUnit.MILLISECONDS.sleep(milliseconds);
        process.destroyForcibly().waitFor();

        String report = Files.readString(directory.resolve("here").resolve(Scribbler.FILE));
        assertThat(report).hasSize(Scribbler.LENGTH);
        assertThat(report.chars().distinct().count()).isEqualTo(1);
    }

    private boolean writes() throws IOException {
        return Files.readString(directory.resolve("stdout.txt")).contains("Writing");
    }
}
