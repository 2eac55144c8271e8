package org.rackdrill.cli.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.rackdrill.cli.terminal.ShellWords;

/** Starts the program as a person would, through a shell, in a directory of its own. */
final class Launch {
    private static final int LONGEST_SECONDS = 120;

    private final Path directory;
    private final Map<String, String> environment = new HashMap<>(Map.of("LC_ALL", "C.UTF-8", "TERM", "xterm"));

    Launch(Path directory) {
        this.directory = directory;
    }

    /** Sets a variable of the environment. */
    Launch with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Returns the words that start the program in this JDK, with these arguments. */
    static String command(String... args) {
        return main("org.rackdrill.cli.Rackdrill", args);
    }

    /** Returns the words that start another program of the class path of these tests. */
    static String main(String program, String... args) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path", ""));
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                program));
        words.addAll(List.of(args));
        return ShellWords.join(words);
    }

    /** Runs the program and waits. */
    Outcome run(String... args) {
        return shell(command(args));
    }

    /** Runs a line of shell and waits. */
    Outcome shell(String line) {
        try {
            Process process = start(line);
            process.getOutputStream().close();
            return outcome(process);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a line of shell. */
    Process start(String line) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", line)
                .directory(directory.toFile())
                .redirectOutput(directory.resolve("stdout.txt").toFile())
                .redirectError(directory.resolve("stderr.txt").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().keySet().removeIf(name -> name.equals("NO_COLOR") || name.startsWith("JAVA_"));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Waits for the end of a process. */
    Outcome outcome(Process process) {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still running after " + LONGEST_SECONDS + " s");
            }
            return new Outcome(process.exitValue(), printed("stdout.txt"), printed("stderr.txt"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String printed(String file) {
        try {
            return new String(Files.readAllBytes(directory.resolve(file)), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process left behind. */
    record Outcome(int code, String out, String err) {}
}
