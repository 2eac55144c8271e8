package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Reply.Kind;
import org.rackdrill.live.host.Request;

class SshHostTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private Sshd sshd;
    private SshHosts hosts;
    private Host node;

    @BeforeEach
    void start() throws IOException {
        sshd = Sshd.in(directory).start();
        hosts = new SshHosts(Map.of("node1", sshd.address()), sshd.access());
        node = hosts.host("node1").orElseThrow();
    }

    @AfterEach
    void end() {
        if (hosts != null) {
            hosts.close();
            sshd.close();
        }
    }

    @Test
    void aRequestIsAnsweredWithItsBody() {
        assertThat(node.ask(Request.of("hello"), LONG)).isEqualTo(Reply.done("hello\nworld\n"));
        assertThat(node.ask(Request.of("empty"), LONG)).isEqualTo(Reply.done(""));
    }

    @Test
    void theRequestTravelsOnStandardInputAndTheCommandIsAlwaysTheSame() {
        Request request = Request.of("line").with("pool", "tank/a@b:c%d+e=f,g-h");

        assertThat(node.ask(request, LONG).body()).isEqualTo(request.line() + "\n");
        assertThat(node.ask(Request.of("command").with("x", "y"), LONG).body())
                .isEqualTo((Sshd.isRoot() ? "" : "sudo -n ") + "/usr/local/libexec/rackdrill-helper\n");
    }

    @Test
    void whatTheHelperRefusesOrDoesNotKnowIsPassedOn() {
        assertThat(node.ask(Request.of("refuse"), LONG))
                .isEqualTo(Reply.refused("node1, refuse: the pool tank is busy"));
        assertThat(node.ask(Request.of("doubt"), LONG)).isEqualTo(Reply.unknown("node1, doubt: zpool did not end"));
    }

    @Test
    void oneConnectionIsKept() {
        IntStream.range(0, 5).forEach(i -> node.ask(Request.of("hello"), LONG));

        assertThat(sshd.logins()).isOne();
        assertThat(sshd.asked("identity")).isOne();
    }

    @Test
    void manyMayAskAtOnce() {
        List<CompletableFuture<Reply>> replies = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> node.ask(Request.of("hello"), LONG)))
                .toList();

        assertThat(replies).allSatisfy(it -> assertThat(it.join().done()).isTrue());
        assertThat(sshd.logins()).isOne();
    }

    @Test
    void aHostThatCameBackIsAskedOverANewConnection() throws IOException {
        node.ask(Request.of("hello"), LONG);
        sshd.kill();
        sshd.start();

        assertThat(node.ask(Request.of("hello"), LONG).kind()).isEqualTo(Kind.DONE);
        assertThat(sshd.logins()).isEqualTo(2);
    }

    @Test
    void whatIsNotAHostOfTheLabIsNone() {
        assertThat(hosts.host("node2")).isEmpty();
    }
}
