package org.rackdrill.live.helper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Request;

/** Many requests to one helper, without SSH in between. */
@Timeout(300)
class SessionTest {
    private static final long SEED = 20261126;
    private static final int HOSTILE = 10_000;
    private static final int BATCH = 100;

    /** What lines are made of; none of them is answered by another program, or by what changes from one moment to the next. */
    private static final List<String> PIECES = List.of(
            "{\"verb\":\"dns\"",
            ",\"name\":\"x\"",
            ",\"server\":\"-h\"",
            ",\"within\":\"1e9\"",
            "{\"verb\":\"port\",\"address\":\"a b\"}",
            "{\"verb\":\"zfs-list\",\"dataset\":\"../x\"}",
            "{\"verb\":\"zfs-get\",\"dataset\":\"x\",\"of\":\"a b\"}",
            "{\"verb\":\"files\",\"dataset\":\"-rf\"}",
            "{\"verb\":\"session\"}",
            "{\"verb\":\"last-stop\",\"x\":\"y\"}",
            "{\"verb\":\"unit\",\"unit\":\"/etc\"}",
            "}",
            "{",
            "\"",
            "\\",
            "answer 5",
            "done",
            "\r",
            "\t",
            "\u202e",
            "é",
            "%s",
            "$(touch CANARY)",
            "`touch CANARY`",
            "a".repeat(1025),
            "A".repeat(9000));

    @Test
    void tenThousandHostileLinesAreAnsweredAsByHelpersOfTheirOwn(@TempDir Path folder) throws IOException {
        List<String> lines = hostile(new Random(SEED));
        List<String> alone = alone(new Bench(folder.resolve("alone")), lines);
        List<String> together = new ArrayList<>();
        try (Spoken session = new Spoken(new Bench(folder.resolve("together")))) {
            for (int from = 0; from < lines.size(); from += BATCH) {
                session.say(String.join("\n", lines.subList(from, from + BATCH)) + "\n");
                for (int i = 0; i < BATCH; i++) {
                    together.add(session.hear());
                }
            }
        }

        assertThat(alone).hasSameSizeAs(lines);
        IntStream.range(0, lines.size())
                .forEach(i -> assertThat(together.get(i))
                        .as("seed %d, line %d: %s", SEED, i, lines.get(i))
                        .isEqualTo(alone.get(i)));
        assertThat(alone.stream().distinct().count()).as("different answers").isGreaterThan(10);
        assertThat(folder.resolve("together/CANARY")).doesNotExist();
    }

    @Test
    void whatActsIsRefusedInASession(@TempDir Path folder) throws IOException {
        try (Bench bench = new Bench(folder);
                Spoken session = new Spoken(bench)) {
            for (String verb : List.of("arm", "inject", "undo", "extend", "disarm", "prove", "armed", "operation")) {
                Request request = Bench.powerLoss(verb, "r/s/1").with("lease", "60");
                assertThat(session.ask(request.line())).isEqualTo("refused '" + verb + "' is not asked in a session\n");
            }
            assertThat(bench.state()).doesNotExist();
            assertThat(bench.well()).isTrue();
        }
    }

    @Test
    void halfALineAtTheEndIsNoRequest(@TempDir Path folder) throws IOException {
        try (Spoken session = new Spoken(new Bench(folder))) {
            session.say("{\"verb\":\"memory\"}\n{\"verb\":\"memory\"}");
            session.process.getOutputStream().close();
            assertThat(session.hear()).startsWith("done\navailable=");
            assertThat(session.process.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aLineWithoutEndIsRefusedAndEndsTheSession(@TempDir Path folder) throws IOException, InterruptedException {
        try (Spoken session = new Spoken(new Bench(folder))) {
            session.say("x".repeat(70_000));
            assertThat(session.hear()).isEqualTo("refused the request is too long\n");
            assertThat(session.process.waitFor()).isZero();
        }
    }

    @Test
    void whoeverIsKilledWhileAnsweringIsOnlyThat(@TempDir Path folder) throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                Spoken session = new Spoken(new Bench(folder))) {
            Request hang = Request.of("dns")
                    .with("name", "x")
                    .with("server", "127.0.0.1")
                    .with("within", "60");
            session.say(hang.with("port", String.valueOf(silent.getLocalPort())).line() + "\n");
            Awaitility.await().until(() -> session.process.children().findAny().isPresent());
            session.process.children().forEach(ProcessHandle::destroyForcibly);
            assertThat(session.hear()).isEqualTo("unknown whoever was to answer ended with 9\n");
            assertThat(session.ask("{\"verb\":\"memory\"}")).startsWith("done\n");
        }
    }

    @Test
    void aHelperThatWasReplacedIsAskedFromThenOn(@TempDir Path folder) throws IOException {
        Bench bench = new Bench(folder);
        try (Spoken session = new Spoken(bench)) {
            assertThat(session.ask("{\"verb\":\"identity\"}")).contains("helper=" + HelperScript.version() + "\n");
            Path next = folder.resolve("next");
            Files.writeString(next, HelperScript.text().replace("'" + HelperScript.version() + "'", "'next'"));
            Files.move(next, bench.script(), StandardCopyOption.REPLACE_EXISTING);
            assertThat(session.ask("{\"verb\":\"identity\"}")).contains("helper=next\n");
            Files.delete(bench.script());
            assertThat(session.ask("{\"verb\":\"identity\"}")).isEqualTo("refused the helper was removed\n");
        }
    }

    private static List<String> hostile(Random random) {
        List<String> lines = new ArrayList<>();
        while (lines.size() < HOSTILE) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(5); i >= 0; i--) {
                line.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            // A line feed would make two lines of it, and a zero byte ends it for the other.
            int at = random.nextInt(line.length() + 1);
            if (random.nextInt(3) == 0) {
                line.insert(at, (char) (11 + random.nextInt(245)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Returns what helpers of their own answer to lines, the end of line included. */
    private static List<String> alone(Bench bench, List<String> lines) throws IOException {
        String text = HelperScript.text();
        String main = "\n# ---- main:";
        try (InputStream reply = Objects.requireNonNull(SessionTest.class.getResourceAsStream("reply.pl"))) {
            String tail = new String(reply.readAllBytes(), StandardCharsets.UTF_8);
            Files.writeString(bench.script(), text.substring(0, text.indexOf(main)) + tail);
        }
        ProcessBuilder perl = new ProcessBuilder("perl", bench.script().toString());
        perl.environment().putAll(bench.environment());
        Process process = perl.redirectInput(
                        Files.writeString(bench.folder.resolve("lines"), String.join("\n\0", lines) + "\n\0")
                                .toFile())
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return Arrays.asList(said.split("\0"));
    }

    /** A session that has begun. */
    private static final class Spoken implements AutoCloseable {
        private final Process process;

        Spoken(Bench bench) throws IOException {
            ProcessBuilder perl = new ProcessBuilder("perl", bench.script().toString());
            perl.environment().putAll(bench.environment());
            process = perl.start();
            say("{\"verb\":\"session\"}\n");
            assertThat(line()).isEqualTo("done");
        }

        void say(String text) throws IOException {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        String hear() throws IOException {
            String header = line();
            assertThat(header).matches("answer [0-9]+");
            int length = Integer.parseInt(header.substring("answer ".length()));
            byte[] answer = process.getInputStream().readNBytes(length);
            assertThat(answer).hasSize(length);
            return new String(answer, StandardCharsets.UTF_8);
        }

        String ask(String line) throws IOException {
            say(line + "\n");
            return hear();
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int read = process.getInputStream().read();
                    read >= 0 && read != '\n';
                    read = process.getInputStream().read()) {
                line.append((char) read);
            }
            return line.toString();
        }

        @Override
        public void close() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
