package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's first minutes, with one command after the other. */
class NewcomerTest {
    private static final String[] QUICK = {"--precision", "50%", "--draws", "5"};

    @TempDir
    Path directory;

    @Test
    void fromNothingToAnAnswerAboutTheirOwnRack() {
        good("init", "--yes", "ours.yaml");
        assertThat(good("validate", "ours.yaml").out()).contains("1 file: 0 errors");
        assertThat(good("explain", "ours.yaml").out()).contains("[ours.yaml:");
        assertThat(good(with(QUICK, "simulate", "ours.yaml", "--out", "answer")).out())
                .contains("home-assistant");
        good("report", "answer/results.json", "--out", "again");
        assertThat(directory.resolve("again/report.html")).exists();
        good(with(QUICK, "compare", "ours.yaml", "my-rack", "--out", "side-by-side"));
        assertThat(directory.resolve("side-by-side/report.html")).exists();
    }

    private Launch.Outcome good(String... args) {
        Launch.Outcome outcome = new Launch(directory).run(args);
        assertThat(outcome.code())
                .as(String.join(" ", args) + ": " + outcome.err())
                .isZero();
        return outcome;
    }

    private static String[] with(String[] options, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + options.length);
        System.arraycopy(options, 0, all, args.length, options.length);
        return all;
    }
}
