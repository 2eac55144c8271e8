package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Reply.Kind;
import org.rackdrill.live.host.Request;

/** Who we log in as, with which key, and through whom. */
class LoginTest {
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path directory;

    private Sshd sshd;
    private Path agent;
    private Optional<Process> agentProcess = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        sshd = Sshd.in(directory).start();
        agent = directory.resolve("agent");
    }

    @AfterEach
    void end() {
        if (sshd != null) {
            agentProcess.ifPresent(it -> it.destroyForcibly().onExit().join());
            sshd.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void everyTypeOfKeyIsGoodInAFile(String type) throws IOException {
        Path key = admitted(Tool.key(directory.resolve("key"), type));

        assertThat(ask(new Credentials(Optional.of(key), Optional.empty(), List.of())))
                .isEqualTo(Kind.DONE.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ed25519", "ecdsa", "rsa"})
    void everyTypeOfKeyIsGoodInTheAgent(String type) throws IOException {
        hold(admitted(Tool.key(directory.resolve("key"), type)));

        assertThat(ask(new Credentials(Optional.empty(), Optional.of(agent), List.of())))
                .isEqualTo(Kind.DONE.toString());
    }

    @Test
    void aKeyWithAPassphraseIsUsedThroughTheAgentOnly() throws IOException {
        Path key = Tool.key(directory.resolve("key"), "ed25519");
        Path locked = directory.resolve("locked");
        Files.copy(key, locked);
        admitted(key);
        Tool.Outcome outcome = Tool.run(
                Map.of(),
                List.of(
                        Tool.find("ssh-keygen").toString(),
                        "-p",
                        "-q",
                        "-f",
                        locked.toString(),
                        "-P",
                        "",
                        "-N",
                        "secret"));
        assertThat(outcome.code()).as(outcome.text()).isZero();
        Credentials credentials = new Credentials(Optional.of(locked), Optional.of(agent), List.of());

        assertThat(ask(credentials)).contains("has a passphrase", "ssh-add " + locked);
        hold(Tool.key(directory.resolve("another"), "ed25519"));
        assertThat(ask(credentials)).contains("has a passphrase and the agent does not hold it");
        hold(key);
        assertThat(ask(credentials)).isEqualTo(Kind.DONE.toString());
    }

    @Test
    void theUsualFilesAreTriedAfterTheAgent() throws IOException {
        hold(Tool.key(directory.resolve("stranger"), "ed25519"));

        assertThat(ask(new Credentials(
                        Optional.empty(), Optional.of(agent), List.of(directory.resolve("none"), sshd.userKey()))))
                .isEqualTo(Kind.DONE.toString());
    }

    @Test
    void anAgentThatIsGoneIsSaidToBe() throws IOException {
        assertThat(ask(new Credentials(Optional.empty(), Optional.of(agent), List.of())))
                .contains("no key to log in with", "the agent at " + agent + " does not answer");
    }

    @Test
    void anAgentThatSaysNothingIsNotWaitedForLonger() throws IOException {
        try (ServerSocketChannel silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(agent));
            long began = System.nanoTime();
            String why = ask(new Credentials(Optional.empty(), Optional.of(agent), List.of()), Duration.ofSeconds(2));

            assertThat(why).contains("logging in as", "no answer within 2 s");
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void tooManyKeysAreSaidToBeTooMany() throws IOException {
        for (int i = 0; i < 8; i++) {
            hold(Tool.key(directory.resolve("stranger" + i), "ed25519"));
        }

        assertThat(ask(new Credentials(Optional.empty(), Optional.of(agent), List.of())))
                .contains("fewer keys than we have (MaxAuthTries)", "tried 'test' of the agent");
    }

    @Test
    void aKeyThatOthersCanReadIsNotUsed() throws IOException {
        Files.setPosixFilePermissions(sshd.userKey(), PosixFilePermissions.fromString("rw-r--r--"));

        assertThat(ask(new Credentials(Optional.of(sshd.userKey()), Optional.empty(), List.of())))
                .contains("can be read by others; chmod 600 ");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        assertThat(ask(new Credentials(Optional.of(directory.resolve("none")), Optional.empty(), List.of())))
                .contains("there is no key file " + directory.resolve("none"));
    }

    @Test
    void aHostIsReachedThroughAnother() throws IOException {
        try (Sshd inner = Sshd.in(directory).start()) {
            Files.copy(sshd.authorized(), inner.authorized(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Access access = both(inner);
            String route = inner.address() + " via " + sshd.address();
            try (SshHosts hosts = new SshHosts(Map.of("node1", route), access)) {
                Host node = hosts.host("node1").orElseThrow();
                assertThat(node.ask(Request.of("hello"), LONG)).isEqualTo(Reply.done("hello\nworld\n"));
                assertThat(sshd.asked("identity")).isZero();

                sshd.cut();
                Awaitility.await()
                        .until(() -> node.ask(Request.of("hello"), LONG).done());
                sshd.kill();
                assertThat(node.ask(Request.of("hello"), LONG).why())
                        .contains("connecting to " + sshd.address() + ": connection refused");
            }
        }
    }

    @Test
    void theJumpHostDiesWhileSomethingIsDoneBehindIt() throws IOException {
        try (Sshd inner = Sshd.in(directory).start()) {
            Files.copy(sshd.authorized(), inner.authorized(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            String route = inner.address() + " via " + sshd.address();
            try (SshHosts hosts = new SshHosts(Map.of("node1", route), both(inner))) {
                Host node = hosts.host("node1").orElseThrow();
                CompletableFuture<Reply> reply =
                        CompletableFuture.supplyAsync(() -> node.ask(Request.of("hang"), LONG));
                Awaitility.await().until(() -> inner.asked("hang") == 1);
                sshd.kill();

                assertThat(reply.join())
                        .isEqualTo(Reply.unknown("node1, hang: the connection broke before all was answered"));
                assertThat(node.ask(Request.of("hello"), LONG).why())
                        .isEqualTo("node1, connecting to " + sshd.address() + ": connection refused");
            }
        }
    }

    @Test
    void everyHostOnTheWayIsCheckedUnderItsOwnName() throws IOException {
        try (Sshd inner = Sshd.in(directory).start()) {
            Files.copy(sshd.authorized(), inner.authorized(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            Access access = both(inner);
            Path innerOnly = Files.writeString(
                    directory.resolve("inner-only"), inner.knownName() + " " + Tool.half(inner.hostKey()) + "\n");
            Path jumpOnly = Files.writeString(
                    directory.resolve("jump-only"), sshd.knownName() + " " + Tool.half(sshd.hostKey()) + "\n");
            String route = inner.address() + " via " + sshd.address();

            assertThat(why(
                            route,
                            new Access(access.credentials(), new KnownHosts(List.of(innerOnly)), access.machines())))
                    .contains("checking the key of " + sshd.knownName());
            assertThat(why(
                            route,
                            new Access(access.credentials(), new KnownHosts(List.of(jumpOnly)), access.machines())))
                    .contains("checking the key of " + inner.knownName());
        }
    }

    @Test
    void aJumpHostThatDoesNotGetThroughIsBlamed() throws IOException {
        int nobody;
        try (ServerSocket free = new ServerSocket(0)) {
            nobody = free.getLocalPort();
        }
        String why = why("root@127.0.0.1:" + nobody + " via " + sshd.address(), sshd.access());

        assertThat(why).contains("connecting to root@127.0.0.1:" + nobody, "jump host before it does not get through");
    }

    private Path admitted(Path key) throws IOException {
        Files.writeString(sshd.authorized(), Tool.half(key) + "\n");
        return key;
    }

    private Access both(Sshd inner) throws IOException {
        Access access = sshd.access();
        Path known = Files.writeString(
                directory.resolve("both"),
                sshd.knownName() + " " + Tool.half(sshd.hostKey()) + "\n" + inner.knownName() + " "
                        + Tool.half(inner.hostKey()) + "\n");
        access.machines().pin(inner.knownName(), Sshd.MACHINE);
        return new Access(access.credentials(), new KnownHosts(List.of(known)), access.machines());
    }

    private void hold(Path key) throws IOException {
        if (agentProcess.isEmpty()) {
            Process process = new ProcessBuilder(Tool.find("ssh-agent").toString(), "-D", "-a", agent.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            agentProcess = Optional.of(process);
            Awaitility.await().until(() -> Files.exists(agent));
        }
        Tool.Outcome outcome = Tool.run(
                Map.of("SSH_AUTH_SOCK", agent.toString()),
                List.of(Tool.find("ssh-add").toString(), "-q", key.toString()));
        assertThat(outcome.code()).as(outcome.text()).isZero();
    }

    private String ask(Credentials credentials) throws IOException {
        return ask(credentials, LONG);
    }

    private String ask(Credentials credentials, Duration within) throws IOException {
        Access access = sshd.access();
        Access with = new Access(credentials, access.known(), access.machines());
        try (SshHosts hosts = new SshHosts(Map.of("node1", sshd.address()), with)) {
            Reply reply = hosts.host("node1").orElseThrow().ask(Request.of("hello"), within);
            return reply.done() ? reply.kind().toString() : reply.why();
        }
    }

    private static String why(String route, Access access) {
        try (SshHosts hosts = new SshHosts(Map.of("node1", route), access)) {
            Reply reply = hosts.host("node1").orElseThrow().ask(Request.of("hello"), LONG);
            assertThat(reply.kind()).isEqualTo(Kind.REFUSED);
            return reply.why();
        }
    }
}
