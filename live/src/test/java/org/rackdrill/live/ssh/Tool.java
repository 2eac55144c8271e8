package org.rackdrill.live.ssh;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Programs of OpenSSH, run to their end. */
final class Tool {
    private static final int LONGEST_SECONDS = 60;

    private Tool() {}

    /**
     * What a program left behind.
     *
     * @param text standard output and standard error
     */
    record Outcome(int code, String text) {}

    /** Finds a program, or skips the test with what to install. */
    static Path find(String name) {
        Path found = Stream.of("/usr/bin", "/usr/sbin", "/bin", "/sbin", "/usr/local/bin", "/usr/local/sbin")
                .map(it -> Path.of(it, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(Path.of(""));
        assumeTrue(
                !found.toString().isEmpty(), name + " is missing: apt-get install openssh-server openssh-client sudo");
        return found;
    }

    static Outcome run(Map<String, String> environment, List<String> command) {
        try {
            Path text = Files.createTempFile("rackdrill-tool", ".txt");
            try {
                ProcessBuilder builder = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(Path.of("/dev/null").toFile())
                        .redirectOutput(text.toFile());
                builder.environment().putAll(environment);
                Process process = builder.start();
                if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError(command + " does not end");
                }
                return new Outcome(process.exitValue(), Files.readString(text, StandardCharsets.ISO_8859_1));
            } finally {
                Files.delete(text);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Makes a key pair, and returns the private half's file; the public one has {@code .pub} behind it. */
    static Path key(Path file, String type, String... more) {
        List<String> command = new ArrayList<>(
                List.of(find("ssh-keygen").toString(), "-q", "-t", type, "-f", file.toString(), "-C", "test"));
        command.addAll(List.of(more));
        if (!command.contains("-N")) {
            command.addAll(List.of("-N", ""));
        }
        Outcome outcome = run(Map.of(), command);
        if (outcome.code() != 0) {
            throw new AssertionError(outcome.text());
        }
        return file;
    }

    /** Returns the public half of a key, type and base64. */
    static String half(Path key) {
        try {
            String[] words = Files.readString(Path.of(key + ".pub")).split(" ");
            return words[0] + " " + words[1].strip();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
