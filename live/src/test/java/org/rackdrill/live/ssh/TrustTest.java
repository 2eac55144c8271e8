package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Request;

class TrustTest {
    private static final String OTHER_MACHINE = "fedcba9876543210fedcba9876543210";

    @TempDir
    Path directory;

    private Sshd sshd;
    private Path known;
    private Access access;

    @BeforeEach
    void start() throws IOException {
        sshd = Sshd.in(directory).start();
        known = directory.resolve("home/.ssh/known_hosts");
        access = new Access(
                sshd.access().credentials(),
                new KnownHosts(List.of(known)),
                new MachineIds(directory.resolve("home/.config/rackdrill/machines")));
    }

    @AfterEach
    void end() {
        if (sshd != null) {
            sshd.close();
        }
    }

    @Test
    void aHostIsKnownOnlyAfterItsFingerprintWasNamed() throws Exception {
        try (SshHosts hosts = new SshHosts(Map.of("node1", sshd.address()), access)) {
            assertThat(hosts.host("node1")
                            .orElseThrow()
                            .ask(Request.of("hello"), Duration.ofSeconds(20))
                            .why())
                    .contains(
                            "checking the key of " + sshd.knownName(),
                            "is not known; rackdrill trust " + sshd.address());
        }
        try (Trust trust = trust()) {
            List<ShownKey> shown = trust.shown();
            assertThat(shown).hasSize(1);
            assertThat(shown.get(0).fingerprint()).isEqualTo(fingerprint(sshd.hostKey()));
            assertThat(known).doesNotExist();
            assertThat(trust.accept(shown.get(0), shown, List.of())).isTrue();
            assertThat(trust.machine()).contains(Sshd.MACHINE);
            trust.pin(Sshd.MACHINE, List.of());
            assertThat(trust.accept(shown.get(0), shown, List.of())).isFalse();
        }

        assertThat(known).hasContent(sshd.knownName() + " " + Tool.half(sshd.hostKey()));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(known)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(known.getParent())))
                .isEqualTo("rwx------");
        try (SshHosts hosts = new SshHosts(Map.of("node1", sshd.address()), access)) {
            assertThat(hosts.host("node1")
                            .orElseThrow()
                            .ask(Request.of("hello"), Duration.ofSeconds(20))
                            .done())
                    .isTrue();
        }
    }

    @Test
    void allKeysOfAHostAreShownTheBestFirst() throws Exception {
        sshd.kill();
        sshd.showing(
                        Tool.key(directory.resolve("rsa"), "rsa"),
                        Tool.key(directory.resolve("ecdsa"), "ecdsa"),
                        Tool.key(directory.resolve("ed25519"), "ed25519"))
                .start();
        try (Trust trust = trust()) {
            assertThat(trust.shown())
                    .extracting(ShownKey::type)
                    .containsExactly("ssh-ed25519", "ecdsa-sha2-nistp256", "ssh-rsa");
        }
    }

    @Test
    void aChangedKeyNeedsTheOldFingerprintToo() throws Exception {
        Path before = Tool.key(directory.resolve("before"), "ed25519");
        String kept = "# mine\n10.0.0.9," + sshd.knownName() + ",old.example " + Tool.half(before) + " a comment\n"
                + "10.0.0.8 " + Tool.half(before);
        write(kept);
        try (Trust trust = trust()) {
            List<ShownKey> shown = trust.shown();
            assertThatThrownBy(() -> trust.accept(shown.get(0), shown, List.of()))
                    .isInstanceOf(Distrust.class)
                    .hasMessageContaining("has changed: " + fingerprint(before) + " is known (line 2 of " + known)
                    .hasMessageContaining("--replace " + fingerprint(before));
            assertThatThrownBy(() -> trust.accept(shown.get(0), shown, List.of(fingerprint(sshd.hostKey()))))
                    .isInstanceOf(Distrust.class);
            assertThat(Files.readString(known)).isEqualTo(kept);

            assertThat(trust.accept(shown.get(0), shown, List.of(fingerprint(before))))
                    .isTrue();
        }

        assertThat(Files.readString(known))
                .isEqualTo("# mine\n10.0.0.9,old.example " + Tool.half(before) + " a comment\n10.0.0.8 "
                        + Tool.half(before) + "\n" + sshd.knownName() + " " + Tool.half(sshd.hostKey()) + "\n");
    }

    @Test
    void whatIsHashedStaysHashed() throws Exception {
        Path before = Tool.key(directory.resolve("before"), "ed25519");
        String other = HostNames.hashed("10.0.0.8", new byte[20]).field() + " " + Tool.half(before) + "\n";
        write(HostNames.hashed(sshd.knownName(), new byte[20]).field() + " " + Tool.half(before) + "\n" + other);
        try (Trust trust = trust()) {
            List<ShownKey> shown = trust.shown();
            assertThat(trust.accept(shown.get(0), shown, List.of(fingerprint(before))))
                    .isTrue();
        }

        String after = Files.readString(known);
        assertThat(after).startsWith(other).doesNotContain("127.0.0.1");
        assertThat(after.lines()).hasSize(2);
        assertThat(KnownHosts.judge(access.known().about(sshd.knownName()), sshdKey()))
                .isEqualTo(KnownHosts.Verdict.KNOWN);
    }

    @Test
    void aPatternIsNotTouched() throws Exception {
        Path before = Tool.key(directory.resolve("before"), "ed25519");
        write("[127.*]:* " + Tool.half(before) + "\n");
        try (Trust trust = trust()) {
            List<ShownKey> shown = trust.shown();
            assertThatThrownBy(() -> trust.accept(shown.get(0), shown, List.of(fingerprint(before))))
                    .isInstanceOf(Distrust.class)
                    .hasMessageContaining("take it out by hand");
        }
    }

    @Test
    void aRevokedKeyIsNeverAccepted() throws Exception {
        write("@revoked * " + Tool.half(sshd.hostKey()) + "\n");
        try (Trust trust = trust()) {
            List<ShownKey> shown = trust.shown();
            assertThatThrownBy(() -> trust.accept(shown.get(0), shown, List.of(fingerprint(sshd.hostKey()))))
                    .isInstanceOf(Distrust.class)
                    .hasMessageContaining("is revoked");
        }
    }

    @Test
    void anotherKeyOfAHostThatStillShowsTheKnownOneIsNoChange() throws Exception {
        sshd.kill();
        Path ed25519 = Tool.key(directory.resolve("ed25519"), "ed25519");
        sshd.showing(ed25519, Tool.key(directory.resolve("ecdsa"), "ecdsa")).start();
        write(sshd.knownName() + " " + Tool.half(ed25519) + "\n");
        try (Trust trust = trust()) {
            List<ShownKey> shown = trust.shown();
            assertThat(trust.accept(shown.get(1), shown, List.of())).isTrue();
        }
        assertThat(Files.readAllLines(known)).hasSize(2);
    }

    @Test
    void anotherMachineIsPinnedOnlyWhenTheOldOneIsNamed() throws Exception {
        try (Trust trust = trust()) {
            trust.pin(OTHER_MACHINE, List.of());
            assertThatThrownBy(() -> trust.pin(Sshd.MACHINE, List.of()))
                    .isInstanceOf(Distrust.class)
                    .hasMessageContaining(OTHER_MACHINE)
                    .hasMessageContaining("--replace " + OTHER_MACHINE);
            trust.pin(Sshd.MACHINE, List.of(OTHER_MACHINE));
        }
        assertThat(access.machines().of(sshd.knownName())).contains(Sshd.MACHINE);
        assertThat(Files.readAllLines(access.machines().file())).hasSize(1);
    }

    @Test
    void whereThereIsNoHelperYetTheFileIsRead() throws Exception {
        sshd.kill();
        Path shell = sshd.script(
                "shell",
                "#!/bin/sh\\ncase $SSH_ORIGINAL_COMMAND in cat*) cat DIRECTORY/machine-id ;; ".replace("\\n", "\n")
                        + "*) echo 'sh: 1: " + SshHost.HELPER + ": not found' >&2; exit 127 ;; esac\n");
        sshd.with("ForceCommand exec " + shell).start();
        write(sshd.knownName() + " " + Tool.half(sshd.hostKey()) + "\n");
        try (Trust trust = trust()) {
            assertThat(trust.machine()).contains(Sshd.MACHINE);
        }
    }

    @Test
    void aKnownKeyIsNotLostWhenSomebodyElseWritesMeanwhile() throws Exception {
        write("");
        String line = "10.0.0.7 " + Tool.half(sshd.hostKey()) + "\n";
        NewText.change(known, text -> {
            if (!text.contains(line)) {
                append(line);
            }
            return text + "10.0.0.6 " + Tool.half(sshd.hostKey()) + "\n";
        });

        assertThat(Files.readAllLines(known))
                .extracting(it -> it.substring(0, 8))
                .containsExactly("10.0.0.7", "10.0.0.6");
    }

    @Test
    void afterAFailureTheFileIsAsItWas() throws Exception {
        write("mine\n");
        assertThatThrownBy(() -> NewText.change(known, text -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(Files.readString(known)).isEqualTo("mine\n");
        try (java.util.stream.Stream<Path> files = Files.list(known.getParent())) {
            assertThat(files).containsExactly(known);
        }
    }

    private void append(String line) {
        try {
            Files.writeString(known, line, java.nio.file.StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String text) throws IOException {
        Files.createDirectories(
                known.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(known, text);
    }

    private Trust trust() {
        return new Trust(Route.parse(sshd.address()), access, known);
    }

    private KeyBlob sshdKey() {
        String[] words = Tool.half(sshd.hostKey()).split(" ");
        return KeyBlob.read(words[0], words[1]).orElseThrow();
    }

    private static String fingerprint(Path key) {
        return Tool.run(Map.of(), List.of(Tool.find("ssh-keygen").toString(), "-lf", key + ".pub"))
                .text()
                .split(" ")[1];
    }
}
