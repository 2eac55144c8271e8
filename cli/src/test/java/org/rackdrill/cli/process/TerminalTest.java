package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.cli.terminal.ShellWords;

/** The program in front of a person, which {@code script} plays. */
class TerminalTest {
    private static final String[] QUICK = {"simulate", "my-rack", "--precision", "50%", "--draws", "5", "--out", "here"
    };

    @TempDir
    Path directory;

    @BeforeEach
    void scriptIsThere() {
        assumeThat(new Launch(directory).shell("script --version").out())
                .as("needs script of util-linux")
                .contains("util-linux");
    }

    @Test
    void aPersonSeesHowFarItIs() {
        assertThat(inTerminal(launch(), Launch.command(QUICK))).contains("\rSimulating my-rack [");
    }

    @Test
    void aPersonSeesColour() {
        assertThat(inTerminal(launch(), Launch.command("catalog", "intel-nuc-11")))
                .contains("\u001b[1m");
    }

    @Test
    void noColorIsRespected() {
        assertThat(inTerminal(launch().with("NO_COLOR", "1"), Launch.command(QUICK)))
                .doesNotContain("\u001b");
        assertThat(inTerminal(launch().with("TERM", "dumb"), Launch.command("--help")))
                .doesNotContain("\u001b");
    }

    @Test
    void redirectedOutputIsPlainEvenInATerminal() {
        String seen = inTerminal(launch(), Launch.command(QUICK) + " > out.txt 2> err.txt");
        assertThat(seen).isEmpty();
        assertThat(directory.resolve("out.txt")).content().isNotEmpty().doesNotContain("\u001b", "\r");
        assertThat(directory.resolve("err.txt")).content().doesNotContain("\u001b", "\r");
    }

    @Test
    void whereTheTerminalIsAsciiNothingElseIsPrinted() {
        Launch.Outcome outcome = launch().with("LC_ALL", "C").run(QUICK);
        assertThat(outcome.code()).isZero();
        assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(outcome.out() + outcome.err()))
                .as(outcome.out())
                .isTrue();
        assertThat(directory.resolve("here/report.html"))
                .content(StandardCharsets.UTF_8)
                .contains("<meta charset");
    }

    private Launch launch() {
        return new Launch(directory);
    }

    private static String inTerminal(Launch launch, String line) {
        return launch.shell("script --quiet --return --command " + ShellWords.quoted(line) + " /dev/null")
                .out();
    }
}
