package org.rackdrill.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long whole commands take, from the shell to the written report: what a person waits.
 *
 * @param arguments of {@code rackdrill}
 * @param wantedSeconds at most
 * @param seconds of each time, in order
 */
record WholeCommand(String arguments, double wantedSeconds, double[] seconds) {

    static final String FILE = "commands.json";

    private static final String LAUNCHER = "./rackdrill";

    private static final double NANOS = 1e9;

    private static final String HEAD = """

            ## Whole commands

            From the shell to the written report, through the launcher, on all cores.

            | command | takes | least and most | wanted at most |
            |---|---|---|---|
            """;

    /**
     * Runs the commands, in the directory of the project.
     *
     * @param arguments the file of the result
     */
    public static void main(String... arguments) throws IOException {
        // The launcher builds when it has to, which nobody waits for twice.
        run(List.of(LAUNCHER, "--version"));
        List<WholeCommand> all = List.of(timed("simulate v1", 2, 7), timed("simulate v1 --precision 1%", 30, 3));
        Files.writeString(
                Path.of(arguments[0]),
                JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
    }

    private static WholeCommand timed(String command, double wanted, int times) throws IOException {
        Path out = Files.createTempDirectory("rackdrill-bench");
        List<String> words = new ArrayList<>(List.of(LAUNCHER));
        words.addAll(List.of(command.split(" ")));
        words.addAll(List.of("--out", out.toString()));
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            long began = System.nanoTime();
            run(words);
            seconds[i] = (System.nanoTime() - began) / NANOS;
        }
        return new WholeCommand(command, wanted, seconds);
    }

    private static void run(List<String> words) throws IOException {
        Process process = new ProcessBuilder(words)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", words) + " ended with " + code);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** Returns the section for the results in a directory; nothing when commands were not measured. */
    static String section(Path results) throws IOException {
        Path file = results.resolve(FILE);
        if (!Files.exists(file)) {
            return "";
        }
        WholeCommand[] all = JsonMapper.builder().build().readValue(Files.readString(file), WholeCommand[].class);
        StringBuilder text = new StringBuilder(HEAD);
        for (WholeCommand it : all) {
            double[] sorted = it.seconds().clone();
            Arrays.sort(sorted);
            text.append(String.format(
                    Locale.ROOT,
                    "| `%s` | %.1f s (median of %d) | %.1f to %.1f s | %.0f s |\n",
                    it.arguments(),
                    sorted[sorted.length / 2],
                    sorted.length,
                    sorted[0],
                    sorted[sorted.length - 1],
                    it.wantedSeconds()));
        }
        return text.toString();
    }
}
