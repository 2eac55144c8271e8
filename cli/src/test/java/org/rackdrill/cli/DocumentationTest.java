package org.rackdrill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.cli.exit.ExitCode;

/** {@code docs/cli.md} tells what the program does. */
class DocumentationTest {
    private static final Path PAGE = Path.of("..", "docs", "cli.md");

    @TempDir
    Path directory;

    @Test
    void everyCommandHasItsLineAndNoOtherDoes() throws IOException {
        List<String> commands = new ArrayList<>();
        new Program(new Desk(directory).surroundings())
                .commandLine()
                .getSubcommands()
                .forEach((name, command) -> commands.add("| `rackdrill " + name + "` | "
                        + command.getCommandSpec().usageMessage().header()[0] + " |"));
        assertThat(lines("| `rackdrill ")).containsExactlyElementsOf(commands);
    }

    @Test
    void everyExitCodeHasItsLineAndNoOtherDoes() throws IOException {
        List<String> codes = Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.code() + " | " + code.meaning() + " |")
                .toList();
        assertThat(Files.readAllLines(PAGE).stream().filter(line -> line.matches("\\| \\d+ .*")))
                .containsExactlyElementsOf(codes);
    }

    private static List<String> lines(String start) throws IOException {
        return Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith(start))
                .toList();
    }
}
