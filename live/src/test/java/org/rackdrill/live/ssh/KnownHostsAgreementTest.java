package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.schmizz.sshj.SSHClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * We accept a host exactly when {@code ssh -o StrictHostKeyChecking=yes} does, on files that a seed makes. More of them
 * with {@code -Drackdrill.known-hosts.files=5000}.
 */
@Tag("long")
class KnownHostsAgreementTest {
    private static final long SEED = 20261126;
    private static final int FILES = Integer.getInteger("rackdrill.known-hosts.files", 100);

    @TempDir
    static Path directory;

    private static final List<Sshd> DAEMONS = new ArrayList<>();
    private static final List<String> KEYS = new ArrayList<>();

    @BeforeAll
    static void startDaemons() throws IOException {
        Path authority = key("authority", "ed25519");
        Path rsaAuthority = key("rsa-authority", "rsa");
        Path ed25519 = key("ed25519", "ed25519");
        Path ecdsa = key("ecdsa", "ecdsa");
        Path rsa = key("rsa", "rsa");
        Path other = key("other", "ed25519");
        for (Path key : List.of(authority, rsaAuthority, ed25519, ecdsa, rsa, ed25519, ecdsa, rsa, other)) {
            KEYS.add(Tool.half(key));
        }
        String all = "127.0.0.1,localhost";
        DAEMONS.add(daemon().showing(ed25519, ecdsa, rsa));
        DAEMONS.add(daemon().showing(ecdsa));
        DAEMONS.add(daemon().showing(rsa));
        DAEMONS.add(signed(ed25519, authority, "-n", all));
        DAEMONS.add(signed(ecdsa, rsaAuthority, "-n", all));
        DAEMONS.add(signed(rsa, authority, "-n", "localhost"));
        DAEMONS.add(signed(ed25519, authority, "-n", all, "-V", "20200101:20210101"));
        DAEMONS.add(signed(ed25519, authority, "-n", all, "-V", "20900101:20910101"));
        DAEMONS.add(signed(ecdsa, authority, "-n", all, "-O", "critical:only@example.org=x"));
        DAEMONS.add(signed(ed25519, authority));
        DAEMONS.add(signed(rsa, rsaAuthority, "-n", "*", "-t", "rsa-sha2-256"));
        DAEMONS.add(signed(rsa, rsaAuthority, "-n", all, "-t", "ssh-rsa"));
        for (Sshd daemon : DAEMONS) {
            daemon.with("MaxStartups 100").start();
        }
    }

    @AfterAll
    static void end() {
        DAEMONS.forEach(Sshd::close);
        DAEMONS.clear();
        KEYS.clear();
    }

    @Test
    void theVerdictIsThatOfSsh() throws IOException {
        int accepted = 0;
        Random seeds = new Random(SEED);
        for (int i = 0; i < FILES; i++) {
            accepted += agreed(seeds.nextLong(), i % DAEMONS.size()) ? 1 : 0;
        }
        assertThat(accepted).as("accepted of " + FILES).isBetween(FILES / 5, FILES * 4 / 5);
    }

    @Test
    void whatDifferedOnceDoesNotAnyMore() throws IOException {
        // A marker that ends with a tab; a key that is known and revoked, beside one of another type that is good.
        agreed(303906717732666876L, 5);
        agreed(-935216294145521807L, 0);
    }

    private static boolean agreed(long seed, int daemon) throws IOException {
        int port = DAEMONS.get(daemon).port();
        KnownHostsFiles maker = new KnownHostsFiles(seed, port, KEYS);
        List<Path> files = maker.write(directory);
        Login login = new Login(Sshd.USER, maker.host(), port);
        boolean theirs = sshAccepts(login, files);
        if (weAccept(login, new KnownHosts(files)) != theirs) {
            fail("seed " + seed + ", daemon " + daemon + ", " + login + ": ssh " + (theirs ? "accepts" : "refuses")
                    + ", and we do not agree\n" + text(files));
        }
        return theirs;
    }

    private static boolean weAccept(Login login, KnownHosts known) throws IOException {
        HostKeyGate gate = new HostKeyGate(known, login, Clock.systemUTC());
        try (SSHClient client = new SSHClient(Algorithms.offer(known.about(login.knownName())))) {
            client.addHostKeyVerifier(gate);
            client.connect(login.host(), login.port());
            return true;
        } catch (IOException e) {
            if (gate.refusal().isEmpty()) {
                throw e;
            }
            return false;
        }
    }

    private static boolean sshAccepts(Login login, List<Path> files) {
        Tool.Outcome outcome = Tool.run(
                Map.of(),
                List.of(
                        Tool.find("ssh").toString(),
                        "-F",
                        "/dev/null",
                        "-o",
                        "StrictHostKeyChecking=yes",
                        "-o",
                        "UserKnownHostsFile=" + files.get(0) + " " + files.get(1),
                        "-o",
                        "GlobalKnownHostsFile=" + files.get(2),
                        "-o",
                        "BatchMode=yes",
                        "-o",
                        "PreferredAuthentications=none",
                        "-p",
                        String.valueOf(login.port()),
                        login.user() + "@" + login.host(),
                        "true"));
        if (outcome.text().contains("Host key verification failed")) {
            return false;
        }
        assertThat(outcome.text()).contains("Permission denied");
        return true;
    }

    private static Path key(String name, String type) {
        return Tool.key(directory.resolve(name), type);
    }

    private static Sshd daemon() throws IOException {
        return Sshd.in(directory);
    }

    private static Sshd signed(Path key, Path authority, String... more) throws IOException {
        Sshd daemon = daemon();
        Path copy = daemon.directory().resolve("signed");
        Files.copy(key, copy);
        Files.copy(Path.of(key + ".pub"), Path.of(copy + ".pub"));
        List<String> command = new ArrayList<>(
                List.of(Tool.find("ssh-keygen").toString(), "-q", "-h", "-s", authority.toString(), "-I", "test"));
        command.addAll(List.of(more));
        command.add(copy + ".pub");
        Tool.Outcome outcome = Tool.run(Map.of(), command);
        assertThat(outcome.code()).as(outcome.text()).isZero();
        return daemon.showing(copy).with("HostCertificate " + copy + "-cert.pub");
    }

    private static String text(List<Path> files) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path file : files) {
            text.append("-- ").append(file.getFileName()).append('\n');
            if (Files.exists(file)) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }
}
