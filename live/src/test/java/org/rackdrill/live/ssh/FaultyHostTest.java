package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

/** What can go wrong with a real daemon, before and while a request is done there. */
class FaultyHostTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofSeconds(2);
    // What a busy machine may add to a wait.
    private static final Duration GRACE = Duration.ofSeconds(3);

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
    void weHaveNoAlgorithmInCommon() throws IOException {
        sshd.with("KexAlgorithms sntrup761x25519-sha512@openssh.com").start();
        assertThat(refused("hello")).contains("no algorithm in common (KeyExchangeAlgorithms)");
    }

    @Test
    void aCipherThatCanBeShortenedUnseenIsNoneForUs() throws IOException {
        sshd.with("Ciphers chacha20-poly1305@openssh.com").start();
        assertThat(refused("hello")).contains("no algorithm in common (Client2ServerCipherAlgorithms)");
    }

    @Test
    void anotherMachineHasTheAddress() throws IOException {
        sshd.start();
        sshd.machine("fedcba9876543210fedcba9876543210");

        assertThat(refused("hello"))
                .contains("another machine uses this address", "fedcba9876543210fedcba9876543210", Sshd.MACHINE);
        assertThat(sshd.asked("hello")).isZero();
    }

    @Test
    void noMachineIsPinned() throws IOException {
        sshd.start();
        Access access = sshd.access();
        Access nobody = new Access(access.credentials(), access.known(), new MachineIds(directory.resolve("none")));
        try (SshHosts hosts = hosts(sshd.address(), nobody)) {
            assertThat(hosts.host("node1")
                            .orElseThrow()
                            .ask(Request.of("hello"), LONG)
                            .why())
                    .contains("no machine is pinned for " + sshd.knownName(), "rackdrill trust " + sshd.address());
        }
        assertThat(sshd.asked("identity")).isZero();
    }

    @Test
    void ourKeyIsRefused() throws IOException {
        sshd.start();
        Files.writeString(sshd.authorized(), "");

        assertThat(refused("hello")).contains("logging in as " + sshd.address(), "no key was accepted", "tried ");
    }

    @Test
    void itIsTooBusyToLetAnybodyIn() throws IOException {
        sshd.with("MaxStartups 1:100:1").start();
        try (Socket waiting = new Socket(InetAddress.getLoopbackAddress(), sshd.port())) {
            assertThat(waiting.getInputStream().read()).isPositive();
            assertThat(refused("hello")).contains("it hung up");
        }
    }

    @Test
    void itAdmitsOneSessionAtATime() throws IOException {
        sshd.with("MaxSessions 1").start();
        try (SshHosts hosts = hosts(sshd.address(), sshd.access())) {
            Host node = hosts.host("node1").orElseThrow();
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 6)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> node.ask(Request.of("hello"), LONG)))
                    .toList();

            assertThat(replies).allSatisfy(it -> assertThat(it.join()).isEqualTo(Reply.done("hello\nworld\n")));
        }
    }

    @Test
    void itAdmitsNoSessions() throws IOException {
        sshd.with("MaxSessions 0").start();
        assertThat(refused("hello")).contains("admits no more of them (MaxSessions)");
    }

    @Test
    void sudoAsksForAPassword() throws IOException {
        assertThat(obstructed("echo 'sudo: a password is required' >&2; exit 1"))
                .contains("sudo asks for a password");
    }

    @Test
    void thereIsNoSudo() throws IOException {
        assertThat(obstructed("echo 'bash: line 1: sudo: command not found' >&2; exit 127"))
                .contains("there is no sudo");
    }

    @Test
    void theHelperIsMissing() throws IOException {
        assertThat(obstructed("exec sh -c /usr/local/libexec/rackdrill-helper"))
                .contains("the helper is not installed");
    }

    @Test
    void theHelperIsMissingBehindSudo() throws IOException {
        assertThat(obstructed("echo 'sudo: /usr/local/libexec/rackdrill-helper: command not found' >&2; exit 1"))
                .contains("the helper is not installed");
    }

    @Test
    void aForcedCommandIsInTheWay() throws IOException {
        assertThat(obstructed("echo hello; exit 0")).contains("something else than the helper answers: 'hello'");
    }

    @Test
    void theShellGreetsEverybody() throws IOException {
        assertThat(obstructed(
                        "echo 'Welcome to node1!'; exec " + sshd.directory().resolve("helper")))
                .contains("something else than the helper answers: 'Welcome to node1!");
    }

    @Test
    void whoeverIsInTheWayHangs() throws IOException {
        assertThat(obstructed("exec sleep 1000")).endsWith(": no answer within 5 s");
    }

    @Test
    void theAccountMayNotRunCommands() throws IOException {
        assertThat(obstructed("echo 'This account is currently not available.'; exit 1"))
                .contains("not available");
    }

    @Test
    void theKeyAdmitsNoCommands() throws IOException {
        sshd.with("ForceCommand internal-sftp").start();
        assertThat(refused("hello")).startsWith("node1, asking which machine it is: ");
    }

    @Test
    void theRequestHangs() throws IOException {
        sshd.start();
        assertThat(unknown("hang", SHORT)).isEqualTo("node1, hang: no answer within 2 s");
        assertThat(unknown("start-then-hang", SHORT)).contains("no answer within 2 s");
    }

    @Test
    void whoHangsDoesNotKeepTheOthersFromBeingAsked() throws IOException {
        sshd.start();
        try (SshHosts hosts = hosts(sshd.address(), sshd.access())) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(Request.of("hello"), LONG).done()).isTrue();
            for (int i = 0; i < 12; i++) {
                assertThat(node.ask(Request.of("hang"), Duration.ofMillis(400)).kind())
                        .isNotEqualTo(Kind.DONE);
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> node.ask(Request.of("hello"), LONG).done());
        }
    }

    @Test
    void theAnswerNeverEnds() throws IOException {
        sshd.start();
        assertThat(unknown("endless", LONG)).isEqualTo("node1, endless: it answers without end");
        assertThat(unknown("endless-line", LONG)).contains("it answers without end");
        assertThat(unknown("trickle", SHORT)).contains("no answer within 2 s");
    }

    @Test
    void itIsKilledOrEndsBadly() throws IOException {
        sshd.start();
        assertThat(unknown("killed", LONG))
                .isEqualTo("node1, killed: the helper says that it is done, but it was killed (KILL)");
        assertThat(unknown("failing", LONG)).endsWith("but it ended with 3");
        assertThat(unknown("silent", LONG)).isEqualTo("node1, silent: no answer, and it ended with 0");
        assertThat(unknown("dying", LONG)).endsWith("it ended with 12: 'Cannot allocate memory'");
    }

    @Test
    void itAnswersGarbage() throws IOException {
        sshd.start();
        assertThat(unknown("garbage", LONG))
                .isEqualTo("node1, garbage: something else than the helper answers: 5000 bytes that are no text");
        assertThat(unknown("noise", LONG)).endsWith("something else than the helper answers: 'Welcome to node1!'");
    }

    @Test
    void theExitStatusIsMissing() throws IOException {
        sshd.start();
        assertThat(unknown("cut", LONG)).containsAnyOf("did not tell how it ended", "the connection broke");
    }

    @Test
    void muchIsSaidOnTheSideWhileKeysAreRenewed() throws IOException {
        sshd.with("RekeyLimit 1M").start();
        try (SshHosts hosts = hosts(sshd.address(), sshd.access())) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(Request.of("loud"), LONG)).isEqualTo(Reply.done("loud\n"));
            Reply large = node.ask(Request.of("large"), LONG);
            assertThat(large.why()).isEmpty();
            assertThat(large.body()).hasSize(12_000_000);
        }
    }

    @Test
    void theHostIsLostInTheMiddle() throws IOException {
        sshd.start();
        try (SshHosts hosts = hosts(sshd.address(), sshd.access())) {
            Host node = hosts.host("node1").orElseThrow();
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> node.ask(Request.of("hang"), LONG));
            Awaitility.await().until(() -> sshd.asked("hang") == 1);
            sshd.kill();

            assertThat(reply.join())
                    .isEqualTo(Reply.unknown("node1, hang: the connection broke before all was answered"));
            assertThat(node.ask(Request.of("hello"), LONG).why()).contains("connection refused");
            sshd.start();
            Awaitility.await().until(() -> node.ask(Request.of("hello"), LONG).done());
        }
    }

    @Test
    void theWireIsResetInTheMiddle() throws IOException {
        Relay relay = new Relay(sshd.start().port());
        try (Peer wire = relay.open();
                SshHosts hosts = hosts(Sshd.USER + "@127.0.0.1:" + wire.port(), through(wire))) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(Request.of("hello"), LONG).done()).isTrue();
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> node.ask(Request.of("hang"), LONG));
            Awaitility.await().until(() -> sshd.asked("hang") == 1);
            relay.breakUp();
            sshd.cut();

            assertThat(reply.join().kind()).isEqualTo(Kind.UNKNOWN);
        }
    }

    @Test
    void theWireGoesSilentInTheMiddle() throws IOException {
        Relay relay = new Relay(sshd.start().port());
        try (Peer wire = relay.open();
                SshHosts hosts = hosts(Sshd.USER + "@127.0.0.1:" + wire.port(), through(wire))) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(Request.of("hello"), LONG).done()).isTrue();
            relay.silence();
            long began = System.nanoTime();
            Reply reply = node.ask(Request.of("hello"), SHORT);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.plus(GRACE));
            assertThat(reply.kind()).isIn(Kind.REFUSED, Kind.UNKNOWN);
            assertThat(reply.why()).contains("no answer within 2 s");
        }
    }

    @Test
    void theWireGoesSilentAfterTheRequest() throws IOException {
        Relay relay = new Relay(sshd.start().port());
        try (Peer wire = relay.open();
                SshHosts hosts = hosts(Sshd.USER + "@127.0.0.1:" + wire.port(), through(wire))) {
            Host node = hosts.host("node1").orElseThrow();
            CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> node.ask(Request.of("hang"), SHORT));
            Awaitility.await().until(() -> sshd.asked("hang") == 1);
            relay.silence();

            assertThat(reply.join()).isEqualTo(Reply.unknown("node1, hang: no answer within 2 s"));
        }
    }

    @Test
    void theTemporaryFolderIsFull() throws IOException {
        assumeTrue(Sshd.isRoot(), "needs root, to mount a small one");
        Path real = Files.writeString(sshd.directory().resolve("real"), HelperScript.text());
        Path way = sshd.script(
                "way",
                "#!/bin/sh\nexec unshare -m sh -c '"
                        + String.join(
                                " && ",
                                "mount --bind " + sshd.directory() + " /mnt",
                                "mount -t tmpfs -o size=4k tmpfs /tmp",
                                "(dd if=/dev/zero of=/tmp/all bs=4k 2>/dev/null; true)",
                                "! echo more 2>/dev/null >/tmp/more",
                                "mount --bind /mnt/machine-id /etc/machine-id",
                                "RACKDRILL_STATE=/mnt/state exec perl /mnt/" + real.getFileName())
                        + "'\n");
        sshd.with("ForceCommand exec " + way).start();
        try (SshHosts hosts = hosts(sshd.address(), sshd.access())) {
            Host node = hosts.host("node1").orElseThrow();

            Reply seen = node.ask(Request.of("memory"), LONG);
            assertThat(seen.body()).as(seen.why()).contains("available=");
            assertThat(node.ask(Request.of("work"), LONG).why()).isEmpty();
        }
    }

    @Test
    void theWireCarriesOneByteASecond() throws IOException {
        Relay relay = new Relay(sshd.start().port());
        try (Peer wire = relay.open();
                SshHosts hosts = hosts(Sshd.USER + "@127.0.0.1:" + wire.port(), through(wire))) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(Request.of("hello"), LONG).done()).isTrue();
            relay.slowDown();
            long began = System.nanoTime();

            assertThat(node.ask(Request.of("hello"), SHORT).kind()).isNotEqualTo(Kind.DONE);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(SHORT.plus(GRACE));
        }
    }

    private String obstructed(String script) throws IOException {
        Path way = sshd.script("way", "#!/bin/sh\n" + script + "\n");
        sshd.with("ForceCommand exec " + way).start();
        String why = refused("hello");
        assertThat(why).startsWith("node1, asking which machine it is: ");
        assertThat(sshd.asked("hello")).isZero();
        return why;
    }

    private String refused(String verb) throws IOException {
        return ask(verb, LONG, Kind.REFUSED);
    }

    private String unknown(String verb, Duration within) throws IOException {
        return ask(verb, within, Kind.UNKNOWN);
    }

    private String ask(String verb, Duration within, Kind expected) throws IOException {
        try (SshHosts hosts = hosts(sshd.address(), sshd.access())) {
            Host node = hosts.host("node1").orElseThrow();
            if (expected == Kind.UNKNOWN) {
                assertThat(node.ask(Request.of("hello"), LONG).why()).isEmpty();
            }
            long began = System.nanoTime();
            Reply reply = node.ask(Request.of(verb), within);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(within.plus(GRACE));
            assertThat(reply.kind()).as(reply.why()).isEqualTo(expected);
            assertThat(reply.why()).startsWith("node1, ").doesNotContain("\n", "Exception");
            return reply.why();
        }
    }

    private Access through(Peer wire) throws IOException {
        Access direct = sshd.access();
        String name = "[127.0.0.1]:" + wire.port();
        direct.machines().pin(name, Sshd.MACHINE);
        Path known = Files.writeString(directory.resolve("through"), name + " " + Tool.half(sshd.hostKey()) + "\n");
        return new Access(direct.credentials(), new KnownHosts(List.of(known)), direct.machines());
    }

    private static SshHosts hosts(String address, Access access) {
        return new SshHosts(Map.of("node1", address), access);
    }
}
