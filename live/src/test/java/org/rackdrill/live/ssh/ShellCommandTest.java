package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandTest {
    private static final long SEED = 12;
    private static final int NAMES = 10_000;
    private static final int AT_ONCE = 200;
    private static final String[] HOSTILE = {
        "'",
        "\"",
        "`",
        "$(",
        ")",
        "\\",
        "\n",
        "\r",
        "\t",
        " ",
        ";",
        "&",
        "|",
        "<",
        ">",
        "*",
        "?",
        "[",
        "]",
        "{",
        "}",
        "~",
        "!",
        "#",
        "%s",
        "%n",
        "=",
        "-rf",
        "--",
        "../",
        "/",
        "$IFS",
        "${HOME}",
        "$(touch CANARY)",
        "`touch CANARY`",
        "';touch CANARY;'",
        "\";touch CANARY;\"",
        "\n touch CANARY\n",
        "|touch CANARY",
        "&touch CANARY&",
        "'\\''",
        "\\'",
        "ä",
        "\u202e",
        "\ud83d\ude00",
        "\u0001",
        "\u007f",
        "\u2028",
        "a",
        "B",
        "7",
        ".",
        "_",
        ",",
        "@",
        ":",
        "+"
    };

    @TempDir
    Path directory;

    @Test
    void tenThousandHostileNamesArriveAsTheyAre() throws IOException, InterruptedException {
        Path canary = directory.resolve("canary");
        Path printer = directory.resolve("print arguments");
        Files.writeString(printer, "#!/bin/sh\nfor word do printf '%s\\0' \"$word\"; done\n");
        Files.setPosixFilePermissions(printer, PosixFilePermissions.fromString("rwx------"));
        Random random = new Random(SEED);
        for (int done = 0; done < NAMES; done += AT_ONCE) {
            List<String> names = new ArrayList<>();
            while (names.size() < AT_ONCE) {
                names.add(name(random, canary));
            }
            List<String> words = new ArrayList<>(names);
            words.add(0, printer.toString());

            assertThat(shell(new ShellCommand(words)))
                    .as("seed " + SEED + ", from name " + done)
                    .isEqualTo(names);
            assertThat(canary).doesNotExist();
        }
    }

    @Test
    void aNameOfFourKibibytesArrives() throws IOException, InterruptedException {
        String name = "$(touch x)'".repeat(372);

        assertThat(shell(ShellCommand.of("printf", "%s\\0", name))).containsExactly(name);
    }

    @Test
    void noWordCanHaveANul() {
        assertThatThrownBy(() -> ShellCommand.of("cat", "a\0b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ShellCommand(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShellCommand.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void plainWordsStayReadable() {
        assertThat(ShellCommand.of("sudo", "-n", SshHost.HELPER).line())
                .isEqualTo("sudo -n /usr/local/libexec/rackdrill-helper");
        assertThat(ShellCommand.of("cat", "", "a b", "~root", "A=b").line()).isEqualTo("cat '' 'a b' '~root' 'A=b'");
    }

    private static String name(Random random, Path canary) {
        StringBuilder name = new StringBuilder();
        int parts = random.nextInt(8);
        for (int i = 0; i < parts; i++) {
            name.append(HOSTILE[random.nextInt(HOSTILE.length)].replace("CANARY", canary.toString()));
        }
        return name.toString();
    }

    /** Lets a real shell take the line apart, and returns what the program behind it got. */
    private List<String> shell(ShellCommand command) throws IOException, InterruptedException {
        Path line = Files.writeString(directory.resolve("line"), command.line(), StandardCharsets.UTF_8);
        Path out = directory.resolve("out");
        // From a file, so that the encoding of this process plays no part.
        Process process = new ProcessBuilder("sh", line.toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .directory(directory.toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String text = Files.readString(out, StandardCharsets.UTF_8);
        return Arrays.asList(text.substring(0, Math.max(0, text.length() - 1)).split("\0", -1));
    }
}
