package org.rackdrill.live.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine that was run to its end.
 *
 * @param exit its exit code; {@link #LATE} when it was killed because it took too long
 * @param out what it printed, errors included, cut off after a mebibyte
 */
record Call(int exit, String out) {
    /** The exit code of what was killed. */
    static final int LATE = -1;

    private static final int LONGEST = 1 << 20;

    /** Runs a program; it gets no input. A program that is not there ends with 127. */
    static Call of(Duration within, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        builder.redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        Process process;
        try {
            process = builder.start();
        } catch (IOException e) {
            return new Call(127, String.valueOf(e.getMessage()));
        }
        CompletableFuture<String> out = CompletableFuture.supplyAsync(() -> text(process.getInputStream()));
        try {
            if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                return new Call(LATE, command.get(0) + " did not end within " + within.toSeconds() + " s");
            }
            // What it left in the background may keep the pipe open for ever.
            return new Call(
                    process.exitValue(),
                    out.completeOnTimeout("", 2, TimeUnit.SECONDS).join());
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** Runs a program that must succeed. */
    static Call must(Duration within, List<String> command) {
        Call call = of(within, command);
        if (!call.good()) {
            throw new Impossible(String.join(" ", command) + " failed: " + call.last());
        }
        return call;
    }

    /** Returns whether it succeeded. */
    boolean good() {
        return exit == 0;
    }

    /** Returns the last line with something on it, for a sentence about the failure. */
    String last() {
        String[] lines = out.strip().split("\n");
        String line = lines[lines.length - 1].strip();
        return line.isEmpty() ? "exit code " + exit : line;
    }

    private static String text(InputStream stream) {
        try (stream) {
            byte[] start = stream.readNBytes(LONGEST);
            stream.transferTo(java.io.OutputStream.nullOutputStream());
            return new String(start, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }
}
