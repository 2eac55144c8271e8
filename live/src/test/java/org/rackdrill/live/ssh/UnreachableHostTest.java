package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Reply.Kind;
import org.rackdrill.live.host.Request;

/** Whatever sits at the other end, the answer comes in time and says that nothing was asked. */
class UnreachableHostTest {
    private static final Duration WITHIN = Duration.ofSeconds(2);
    // What a busy machine may add to a wait.
    private static final Duration GRACE = Duration.ofSeconds(3);

    private final CountDownLatch never = new CountDownLatch(1);

    @TempDir
    Path directory;

    @Test
    void nobodyListens() throws IOException {
        assertThat(ask("root@127.0.0.1:" + Sshd.freePort(), WITHIN)).contains("connection refused");
    }

    @Test
    void theNameIsUnknown() {
        assertThat(ask("root@no-such-host.invalid", WITHIN)).contains("connecting to root@no-such-host.invalid");
    }

    @Test
    void packetsAreDropped() throws IOException {
        List<Socket> crowd = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            // Who does not accept gets no more packets of new connections once its queue is full.
            boolean full = false;
            while (!full) {
                Socket socket = new Socket();
                crowd.add(socket);
                full = !connects(socket, deaf.getLocalPort());
            }
            assertThat(ask("root@127.0.0.1:" + deaf.getLocalPort(), WITHIN)).contains("no answer within 2 s");
        } finally {
            for (Socket socket : crowd) {
                socket.close();
            }
        }
    }

    @Test
    void theConnectionIsResetAtOnce() throws IOException {
        assertThat(ask(visitor -> {
                    visitor.setSoLinger(true, 0);
                    visitor.close();
                }))
                .containsAnyOf("it hung up", "broken pipe");
    }

    @Test
    void itHangsUpWithoutAWord() throws IOException {
        assertThat(ask(Socket::close)).contains("it hung up");
    }

    @Test
    void itAcceptsAndSaysNothing() throws IOException {
        assertThat(ask(visitor -> never.await(), WITHIN)).contains("connecting to ", "no answer within 2 s");
    }

    @Test
    void itIntroducesItselfOneByteASecond() throws IOException {
        assertThat(ask(visitor -> drip(visitor.getOutputStream()), WITHIN)).contains("no answer within 2 s");
    }

    @Test
    void itChattersForAMebibyteBeforeItIntroducesItself() throws IOException {
        byte[] chatter = "So glad to see you here again.\r\n".repeat(1 << 15).getBytes(StandardCharsets.US_ASCII);

        assertThat(ask(visitor -> visitor.getOutputStream().write(chatter))).contains("it speaks, but not SSH");
    }

    @Test
    void itSpeaksAnEndlessLine() throws IOException {
        byte[] line = "x".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

        assertThat(ask(visitor -> {
                    while (!visitor.isClosed()) {
                        visitor.getOutputStream().write(line);
                    }
                }))
                .contains("it speaks, but not SSH");
    }

    @Test
    void itIsAWebServer() throws IOException {
        assertThat(ask(visitor -> {
                    visitor.getOutputStream()
                            .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    visitor.close();
                }))
                .contains("it hung up before it introduced itself");
    }

    @Test
    void itIsTooOld() throws IOException {
        assertThat(ask(visitor ->
                        visitor.getOutputStream().write("SSH-1.5-ancient\r\n".getBytes(StandardCharsets.US_ASCII))))
                .contains("does not support SSHv2");
    }

    @Test
    void itIntroducesItselfAndThenSaysNothing() throws IOException {
        assertThat(ask(
                        visitor -> {
                            visitor.getOutputStream().write("SSH-2.0-Sloth\r\n".getBytes(StandardCharsets.US_ASCII));
                            never.await();
                        },
                        WITHIN))
                .contains("no answer within 2 s");
    }

    @Test
    void itIntroducesItselfAndThenSpeaksNonsense() throws IOException {
        byte[] nonsense = new byte[1 << 16];
        java.util.Arrays.fill(nonsense, (byte) 0x7f);

        String why = ask(visitor -> {
            visitor.getOutputStream().write("SSH-2.0-Parrot\r\n".getBytes(StandardCharsets.US_ASCII));
            visitor.getOutputStream().write(nonsense);
        });

        assertThat(why).contains("connecting to ");
    }

    @Test
    void whoAsksAgainIsToldAtOnceAndNobodyConnectsForIt() throws IOException {
        try (Peer peer = new Peer(Socket::close);
                SshHosts hosts = hosts(peer.address())) {
            Host node = hosts.host("node1").orElseThrow();
            String first = refusal(node, Duration.ofSeconds(5));
            long began = System.nanoTime();
            for (int i = 0; i < 50; i++) {
                assertThat(refusal(node, Duration.ofSeconds(5))).isEqualTo(first);
            }
            long millis = Duration.ofNanos(System.nanoTime() - began).toMillis();

            assertThat(peer.visits()).isLessThanOrEqualTo((int) (1 + millis / 1000 + 1));
        }
    }

    @Test
    void aSilentHostIsWaitedForOnce() throws IOException {
        try (Peer peer = new Peer(visitor -> never.await());
                SshHosts hosts = hosts(peer.address())) {
            Host node = hosts.host("node1").orElseThrow();
            refusal(node, WITHIN);
            long began = System.nanoTime();
            for (int i = 0; i < 3; i++) {
                assertThat(refusal(node, Duration.ofSeconds(5))).contains("no answer");
            }

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
            assertThat(peer.visits()).isOne();
        }
    }

    @Test
    void noThreadIsLeftBehind() throws IOException {
        try (Peer peer = new Peer(visitor -> never.await())) {
            try (SshHosts hosts = hosts(peer.address())) {
                refusal(hosts.host("node1").orElseThrow(), Duration.ofMillis(300));
            }
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(15))
                .until(() -> Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .noneMatch(it -> it.startsWith("sshj") || it.startsWith("rackdrill-ssh")));
    }

    @Test
    void whatIsClosedAsksNobody() throws IOException {
        try (Peer peer = new Peer(Socket::close)) {
            SshHosts hosts = hosts(peer.address());
            Host node = hosts.host("node1").orElseThrow();
            hosts.close();

            assertThat(refusal(node, WITHIN)).contains("we have closed");
            assertThat(peer.visits()).isZero();
        }
    }

    private String ask(Peer.Manner manner) throws IOException {
        return ask(manner, Duration.ofSeconds(9));
    }

    private String ask(Peer.Manner manner, Duration within) throws IOException {
        try (Peer peer = new Peer(manner)) {
            return ask(peer.address(), within);
        }
    }

    private String ask(String address, Duration within) {
        try (SshHosts hosts = hosts(address)) {
            return refusal(hosts.host("node1").orElseThrow(), within);
        }
    }

    private static String refusal(Host node, Duration within) {
        long began = System.nanoTime();
        Reply reply = node.ask(Request.of("hello"), within);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(within.plus(GRACE));
        assertThat(reply.kind()).as(reply.why()).isEqualTo(Kind.REFUSED);
        assertThat(reply.why()).startsWith("node1, ").doesNotContain("\n", "Exception");
        return reply.why();
    }

    private SshHosts hosts(String address) {
        return new SshHosts(
                Map.of("node1", address),
                new Access(
                        new Credentials(Optional.empty(), Optional.empty(), List.of()),
                        new KnownHosts(List.of()),
                        new MachineIds(directory.resolve("machines"))));
    }

    private void drip(OutputStream out) throws IOException, InterruptedException {
        for (byte letter : "SSH-2.0-OpenSSH_9.2p1\r\n".getBytes(StandardCharsets.US_ASCII)) {
            out.write(letter);
            out.flush();
            never.await(1, TimeUnit.SECONDS);
        }
    }

    private static boolean connects(Socket socket, int port) {
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 200);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
