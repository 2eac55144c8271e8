package org.rackdrill.cli.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * A controller in a process of its own, which can be killed, stopped and let go on.
 *
 * @param said the file with what it says
 */
record Controller(Process process, Path said) implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Path FOLDER = Path.of("target", "kills");

    /** It has ended before it came to its point, as on a busy machine, where a call may come too late. */
    static final class TooEarly extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooEarly(String words) {
            super(words);
        }
    }

    /**
     * How one is started.
     *
     * @param doom what becomes of it
     * @param accepted the dangers that its drill accepts
     * @param within the command that it is started by; none for no other
     */
    record Start(Case deed, String doom, List<String> accepted, List<String> within) {

        /** Starts one that accepts every danger. */
        static Start of(Case deed, String doom) {
            return new Start(deed, doom, Blow.DANGERS, List.of());
        }
    }

    /** Starts it. */
    static Controller start(Start start) throws IOException {
        Case deed = start.deed();
        Path said = Files.createDirectories(FOLDER).resolve(deed.run() + ".txt");
        List<String> command = new ArrayList<>(start.within());
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Ward.class.getName(),
                deed.ward().name(),
                deed.run(),
                start.doom(),
                deed.journals().toString()));
        command.addAll(deed.blow().words());
        command.addAll(start.accepted());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new Controller(process, said);
    }

    /** Waits until it has ended by itself; false when it has not in time. */
    boolean ends(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Waits for its end, and returns its exit code. */
    int code() throws InterruptedException, IOException {
        if (!ends(SOON)) {
            throw new IllegalStateException("it did not end: " + words());
        }
        return process.exitValue();
    }

    /** Kills it; returns when it is gone. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits until it has stopped itself. */
    void awaitStop() {
        Awaitility.await("the controller reaches its point")
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new TooEarly(words());
                    }
                    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
                    return stat.substring(stat.lastIndexOf(')') + 2).startsWith("T");
                });
    }

    /** Lets it go on. */
    void goOn() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-CONT", Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Returns what it has said. */
    String words() throws IOException {
        return Files.readString(said);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
