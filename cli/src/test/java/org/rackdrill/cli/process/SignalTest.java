package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.simulator.study.Results;

/** Somebody loses patience. */
class SignalTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aLongRunPrintsWhatItHas(String signal, int code) throws IOException {
        Launch launch = new Launch(directory);
        Process process = launch.start(interruptible("simulate", "my-rack", "--precision", "0.01%", "--out", "here"));
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(directory.resolve("here")));
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
        Launch.Outcome outcome = launch.outcome(process);
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.err()).contains("Interrupted").doesNotContain("\tat ");
        // A signal in the very first moment finds nothing to print.
        if (!outcome.err().contains("Interrupted before there was an answer.")) {
            assertThat(outcome.out()).contains("photos");
            Results results = ResultsJson.read(Files.readAllBytes(directory.resolve("here/results.json")));
            assertThat(results.partial()).isTrue();
            assertThat(directory.resolve("here/report.html")).exists();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plan v1 --options v1 --goal 99.5% --budget 3000",
                "hunt v1",
                "compare v0 v1 --precision 0.1%",
                "capacity v0",
            })
    void whateverRunsLongEndsWhenAskedTo(String line) throws IOException {
        Launch launch = new Launch(directory);
        Process process = launch.start(interruptible((line + " --out here").split(" ")));
        await().atMost(Duration.ofSeconds(60)).until(() -> Files.isDirectory(directory.resolve("here")));
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        Launch.Outcome outcome = launch.outcome(process);
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(130);
        assertThat(outcome.err()).contains("Interrupted").doesNotContain("\tat ", "bug");
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSecondSignalEndsWhatIsWindingDown(String signal, int code) throws IOException, InterruptedException {
        Process process = new Launch(directory).start(interruptibly(Launch.main("org.rackdrill.cli.Unhurried")));
        signalWhenItSays("Working", signal, process);
        signalWhenItSays("Winding down", signal, process);

        // Alone, the first would be waited for longer than that.
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(code);
    }

    private void signalWhenItSays(String words, String signal, Process process) throws IOException {
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(directory.resolve("stdout.txt")).contains(words));
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start();
    }

    @Test
    void aQuestionDoesNotHoldItBack() throws IOException {
        Launch launch = new Launch(directory);
        Process process = launch.start(interruptible("init"));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> Files.readString(directory.resolve("stderr.txt")).contains("1. What do you call"));
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start();
        assertThat(launch.outcome(process).code()).isEqualTo(130);
        assertThat(directory.resolve("lab.yaml")).doesNotExist();
    }

    /** A shell in the background makes its children ignore Ctrl-C; this undoes it. */
    private String interruptible(String... args) {
        return interruptibly(Launch.command(args));
    }

    private String interruptibly(String command) {
        assumeThat(new Launch(directory).shell("env --default-signal=INT true").code())
                .as("needs env of coreutils 8.31 or newer")
                .isZero();
        return "exec env --default-signal=INT " + command;
    }
}
