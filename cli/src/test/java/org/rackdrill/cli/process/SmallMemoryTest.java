package org.rackdrill.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.cli.exit.ExitCode;

/** Whatever a file holds, 256 MB are enough to refuse it. */
class SmallMemoryTest {
    private static final String HEAD = "rackdrill: 1\n";
    private static final int LONGEST = 490_000;

    @TempDir
    Path directory;

    @Test
    void badInputIsRefusedInBoundedMemory() throws IOException {
        try (RandomAccessFile huge =
                new RandomAccessFile(directory.resolve("huge.yaml").toFile(), "rw")) {
            huge.setLength(1_000_000_000);
        }
        write("deep", "nodes: " + "[".repeat(LONGEST));
        write("deeper", "nodes: " + "{a: ".repeat(LONGEST / 4));
        write("bomb", "k0: &a0 [x, x]\n" + rungs(10));
        write("ladder", "k0: &a0 [x]\n" + rungs(1));
        write("items", "nodes:\n" + "- a\n".repeat(LONGEST / 4));
        write("keys", "nodes:\n" + numbered("  n%d: {}\n", 40_000));
        write(
                "mistakes",
                "nodes: {n: {}}\nservices:\n" + numbered("  s%d: {on: m, needs: [t, u, v], slo: 7}\n", 10_000));
        write("words", "name: " + "usually ".repeat(LONGEST / 8));
        write("group", "groups: {g: {needs: \"1 of [" + "a, ".repeat(LONGEST / 3) + "a]\"}}\n");

        Launch.Outcome outcome = new Launch(directory)
                .with("JAVA_TOOL_OPTIONS", "-Xmx256m")
                .shell(Launch.command("validate") + " *.yaml");

        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.BAD_INPUT.code());
        assertThat(outcome.out() + outcome.err()).doesNotContain("memory").doesNotContain("this is a bug");
        assertThat(outcome.out() + outcome.err())
                .contains("huge.yaml", "deep.yaml", "deeper.yaml", "bomb.yaml", "ladder.yaml", "items.yaml")
                .contains("keys.yaml", "mistakes.yaml", "group.yaml");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name + ".yaml"), HEAD + text);
    }

    private static String numbered(String line, int count) {
        return IntStream.range(0, count).mapToObj(line::formatted).collect(Collectors.joining());
    }

    /** Each line holds the one before so many times. */
    private static String rungs(int times) {
        return IntStream.range(1, 900)
                .mapToObj(i -> "k" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ", ").repeat(times) + "]\n")
                .collect(Collectors.joining());
    }
}
