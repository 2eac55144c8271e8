package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.helper.HelperScript;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Reply.Kind;
import org.rackdrill.live.host.Request;

/** Lasting sessions with the helper, the real one where it matters, over a real daemon. */
class TalkTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final Duration GRACE = Duration.ofSeconds(3);
    private static final Request MEMORY = Request.of("memory");
    // An address of nobody: the helper waits for an answer as long as it is told to.
    private static final Request HANG =
            Request.of("dns").with("name", "x").with("server", "127.0.0.1").with("within", "50");

    @TempDir
    Path directory;

    private Sshd sshd;

    @BeforeEach
    void prepare() throws IOException {
        sshd = Sshd.in(directory);
    }

    @AfterEach
    void end() {
        if (sshd != null) {
            sshd.close();
        }
    }

    @Test
    void theVerbsThatOnlyLookAreTheSameOnBothSides() {
        Matcher list = Pattern.compile("our %READING = map \\{ \\$_ => 1 } qw\\(([^)]*)\\)")
                .matcher(HelperScript.text());
        assertThat(list.find()).isTrue();
        assertThat(new TreeSet<>(List.of(list.group(1).strip().split("\\s+")))).isEqualTo(new TreeSet<>(Talks.READING));
    }

    @Test
    void oneHelperAnswersManyQuestions() throws IOException {
        try (SshHosts hosts = realHelper()) {
            Host node = hosts.host("node1").orElseThrow();
            for (int i = 0; i < 20; i++) {
                assertThat(node.ask(MEMORY, LONG).body()).startsWith("available=");
            }
            // One that said which machine this is, and one for all the rest.
            assertThat(started()).isEqualTo(2);
            assertThat(node.ask(Request.of("armed").with("x", "y"), LONG).why()).contains("means nothing here");
            assertThat(started()).isEqualTo(3);
        }
    }

    @Test
    void manyMayAskAtOnceWhereFewSessionsAreAdmitted() throws IOException {
        sshd.with("MaxSessions 1");
        try (SshHosts hosts = realHelper()) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(MEMORY, LONG).done()).isTrue();
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 12)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> node.ask(i % 2 == 0 ? MEMORY : Request.of("prove"), LONG)))
                    .toList();

            for (int i = 0; i < 12; i++) {
                assertThat(replies.get(i).join().why()).isEqualTo(i % 2 == 0 ? "" : "node1, prove: 'hit' is missing");
            }
        }
    }

    @Test
    void whatHangsDoesNotHoldUpWhatIsAskedNext() throws IOException {
        try (Silent silent = new Silent();
                SshHosts hosts = realHelper()) {
            Request hang = HANG.with("port", String.valueOf(silent.port()));
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(MEMORY, LONG).done()).isTrue();
            for (int i = 0; i < 3; i++) {
                Reply late = node.ask(hang, SHORT);
                assertThat(late).isEqualTo(Reply.unknown("node1, dns: no answer within 1 s"));
                long began = System.nanoTime();
                assertThat(node.ask(MEMORY, LONG).done()).isTrue();
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.plus(GRACE));
            }
            assertThat(sshd.logins()).isOne();
        }
    }

    @Test
    void aSessionThatWasKilledIsReplaced() throws IOException {
        try (SshHosts hosts = realHelper()) {
            Host node = hosts.host("node1").orElseThrow();
            for (int i = 0; i < 5; i++) {
                assertThat(node.ask(MEMORY, LONG).done()).isTrue();
                List<ProcessHandle> helpers = helpers();
                assertThat(helpers).isNotEmpty();
                helpers.forEach(ProcessHandle::destroyForcibly);
                Awaitility.await().until(() -> helpers().isEmpty());
                // What was sent before its end was noticed is in doubt; nothing is after that.
                Awaitility.await().until(() -> node.ask(MEMORY, LONG).done());
            }
            assertThat(sshd.logins()).isOne();
        }
    }

    @Test
    void aSessionThatIsKilledWhileItAnswersLeavesADoubt() throws IOException {
        try (Silent silent = new Silent();
                SshHosts hosts = realHelper()) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(MEMORY, LONG).done()).isTrue();
            Request hang = HANG.with("port", String.valueOf(silent.port()));
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> node.ask(hang, LONG));
            Awaitility.await().until(() -> helpers().size() > 1);
            helpers().forEach(ProcessHandle::destroyForcibly);

            assertThat(reply.join()).isEqualTo(Reply.unknown("node1, dns: it ended before all was answered"));
            assertThat(node.ask(MEMORY, LONG).done()).isTrue();
        }
    }

    @Test
    void aBodyIsNotTakenForTheEndOfItsAnswer() throws IOException {
        String body = "answer 5\ndone\n\nrefused no\n\0answer 99999999\nunknown x\n";
        try (SshHosts hosts =
                speaking("out(\"done\\n" + body.replace("\n", "\\n").replace("\0", "\\0") + "\");")) {
            Host node = hosts.host("node1").orElseThrow();
            for (int i = 0; i < 5; i++) {
                assertThat(node.ask(MEMORY, LONG)).isEqualTo(Reply.done(body));
            }
        }
    }

    @Test
    void whatIsOutOfStepIsNotAskedAgain() throws IOException {
        // One byte more than was announced: the session is replaced before the next question.
        try (SshHosts hosts = speaking("out(\"done\\n$$\\n\"); syswrite STDOUT, 'x';")) {
            Host node = hosts.host("node1").orElseThrow();
            Reply first = node.ask(MEMORY, LONG);
            assertThat(first.done()).isTrue();
            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(node.ask(MEMORY, LONG).kind()).isEqualTo(Kind.DONE));
        }
    }

    @Test
    void anAnswerWithoutEndOrSenseIsADoubt() throws IOException {
        for (Map.Entry<String, String> bad : Map.of(
                        "syswrite STDOUT, \"answer 999999999\\n\";", "it answers without end",
                        "syswrite STDOUT, \"answer 20\\ndone\\n\"; exit;", "it ended before all was answered",
                        "syswrite STDOUT, \"answer -1\\ndone\\n\";", "something else than the helper answers",
                        "syswrite STDOUT, 'x' x 100000;", "something else than the helper answers",
                        "syswrite STDOUT, \"answer 0\\n\";", "no answer, and it ended with 0",
                        "syswrite STDOUT, \"answer 20\\ndone\\n\";", "no answer within 1 s")
                .entrySet()) {
            try (SshHosts hosts = speaking(bad.getKey())) {
                Host node = hosts.host("node1").orElseThrow();
                assertThat(node.ask(Request.of("hello"), LONG).done()).isTrue();
                Reply reply = node.ask(MEMORY, bad.getValue().endsWith("within 1 s") ? SHORT : LONG);
                assertThat(reply).as(bad.getKey()).isEqualTo(Reply.unknown("node1, memory: " + bad.getValue()));
            }
            sshd.close();
        }
    }

    private SshHosts realHelper() throws IOException {
        Path helper = Files.writeString(sshd.directory().resolve("real"), HelperScript.text());
        // It says who it is as the machine of the test, and writes down that it was started.
        sshd.script("machine", "#!/bin/sh\necho x >> DIRECTORY/started\nexec perl " + helper + "\n");
        sshd.with("ForceCommand exec " + sshd.directory().resolve("machine")).start();
        Access access = sshd.access();
        access.machines()
                .pin(
                        sshd.knownName(),
                        Files.readString(Path.of("/etc/machine-id")).strip());
        return new SshHosts(Map.of("node1", sshd.address()), access);
    }

    /** A helper whose sessions do a piece of Perl for each question. */
    private SshHosts speaking(String answering) throws IOException {
        sshd.script("session", """
                #!/usr/bin/perl
                sub out { my ($text) = @_; syswrite STDOUT, sprintf("answer %d\\n", length $text) . $text }
                sysread STDIN, my $begin, 100;
                if ($begin !~ /"session"/) {
                    $begin =~ /"identity"/ ? print "done\\nmachine-id=MACHINE\\n" : print "done\\n";
                    exit;
                }
                syswrite STDOUT, "done\\n";
                while (sysread STDIN, my $line, 1000) { ANSWER }
                """.replace("MACHINE", Sshd.MACHINE).replace("ANSWER", answering));
        sshd.with("ForceCommand exec " + sshd.directory().resolve("session")).start();
        return new SshHosts(Map.of("node1", sshd.address()), sshd.access());
    }

    private long started() throws IOException {
        try (var lines = Files.lines(sshd.directory().resolve("started"))) {
            return lines.count();
        }
    }

    private List<ProcessHandle> helpers() {
        String helper = sshd.directory().resolve("real").toString();
        return ProcessHandle.allProcesses()
                .filter(it -> it.info().commandLine().orElse("").endsWith("perl " + helper))
                .toList();
    }

    /** A port that takes questions and answers none. */
    private static final class Silent implements AutoCloseable {
        private final java.net.DatagramSocket socket;

        Silent() throws IOException {
            socket = new java.net.DatagramSocket(0, java.net.InetAddress.getLoopbackAddress());
        }

        int port() {
            return socket.getLocalPort();
        }

        @Override
        public void close() {
            socket.close();
        }
    }
}
