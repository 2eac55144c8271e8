package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** Who cannot show the right key is not logged in to, and the sentence says what is wrong with the key and what to do. */
class HostKeysTest {
    private static final Duration WITHIN = Duration.ofSeconds(20);

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
    void nobodyHasAcceptedItsKeyYet() throws IOException {
        sshd.start();

        assertThat(refusal(List.of()))
                .contains("SHA256:", "is not known; rackdrill trust " + sshd.address() + " shows how to accept it");
    }

    @Test
    void itsKeyHasChanged() throws IOException {
        sshd.start();
        Path old = Tool.key(directory.resolve("old"), "ed25519");

        assertThat(refusal(List.of(sshd.knownName() + " " + Tool.half(old))))
                .contains(
                        "its key is ", "is known: it is another machine, was installed anew, or somebody is in between")
                .contains("known, line 1)");
    }

    @Test
    void itsKeyIsOfAnotherTypeThanTheOneThatIsKnown() throws IOException {
        sshd.start();
        Path old = Tool.key(directory.resolve("old"), "ecdsa");

        assertThat(refusal(List.of(sshd.knownName() + " " + Tool.half(old))))
                .contains("is known: it is another machine, was installed anew, or somebody is in between");
    }

    @Test
    void itsKeyIsRevoked() throws IOException {
        sshd.start();
        String key = Tool.half(sshd.hostKey());

        assertThat(refusal(List.of(sshd.knownName() + " " + key, "@revoked * " + key)))
                .contains("its key is revoked in known_hosts (");
    }

    @Test
    void itsCertificateIsOutOfDate() throws IOException {
        Path authority = Tool.key(directory.resolve("authority"), "ed25519");
        Tool.Outcome signed = Tool.run(
                Map.of(),
                List.of(
                        Tool.find("ssh-keygen").toString(),
                        "-q",
                        "-h",
                        "-s",
                        authority.toString(),
                        "-I",
                        "test",
                        "-n",
                        "127.0.0.1",
                        "-V",
                        "20200101:20210101",
                        sshd.hostKey() + ".pub"));
        assertThat(signed.code()).as(signed.text()).isZero();
        sshd.with("HostCertificate " + sshd.hostKey() + "-cert.pub").start();

        assertThat(refusal(List.of("@cert-authority * " + Tool.half(authority))))
                .endsWith("its certificate has expired");
    }

    private String refusal(List<String> known) throws IOException {
        Access right = sshd.access();
        Path file = Files.write(directory.resolve("known"), known);
        Access with = new Access(right.credentials(), new KnownHosts(List.of(file)), right.machines());
        try (SshHosts hosts = new SshHosts(Map.of("node1", sshd.address()), with)) {
            Reply reply = hosts.host("node1").orElseThrow().ask(Request.of("hello"), WITHIN);
            assertThat(reply.kind()).isEqualTo(Reply.Kind.REFUSED);
            assertThat(reply.why())
                    .startsWith("node1, checking the key of " + sshd.knownName() + ": ")
                    .doesNotContain("\n", "Exception");
            assertThat(sshd.logins()).isZero();
            return reply.why();
        }
    }
}
