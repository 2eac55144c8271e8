package org.rackdrill.live.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** A fault that is armed breaks by a helper that was begun ahead, over a real daemon. */
class SpareTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Request ARM = Request.of("arm");
    private static final Request INJECT = Request.of("inject");

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
    void whatIsArmedIsInjectedByAHelperThatWasBegunAhead() throws IOException {
        try (SshHosts hosts = hosts()) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(ARM, LONG).done()).isTrue();
            // One said which machine this is, one armed, and one waits.
            Awaitility.await().until(() -> begun() == 3);

            assertThat(node.ask(Request.of("examine"), LONG).done()).isTrue();
            assertThat(begun()).as("only what is due at a moment takes it").isEqualTo(4);
            assertThat(node.ask(INJECT, LONG).body()).contains("\"inject\"");
            assertThat(begun()).isEqualTo(4);
            assertThat(node.ask(INJECT, LONG).body()).contains("\"inject\"");
            assertThat(begun()).isEqualTo(5);
        }
    }

    @Test
    void oneThatHasDiedMeanwhileIsReplaced() throws IOException {
        try (SshHosts hosts = hosts()) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(ARM, LONG).done()).isTrue();
            Awaitility.await().until(() -> waiting().size() == 1);
            waiting().forEach(ProcessHandle::destroyForcibly);
            Awaitility.await().until(() -> waiting().isEmpty());

            // Until its end is noticed nobody knows; nothing was done twice then.
            Awaitility.await().until(() -> node.ask(INJECT, LONG).done());
            assertThat(Files.readAllLines(sshd.directory().resolve("injected"))).hasSize(1);
        }
    }

    @Test
    void oneThatNobodyUsesEndsBeforeItsHelperLosesPatience() throws IOException {
        try (SshHosts hosts = hosts()) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(ARM, LONG).done()).isTrue();
            Awaitility.await().until(() -> waiting().size() == 1);

            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> waiting().isEmpty());
            assertThat(node.ask(INJECT, LONG).done()).isTrue();
        }
    }

    @Test
    void whereFewSessionsAreAdmittedItMakesRoomForWhatIsAsked() throws IOException {
        sshd.with("MaxSessions 1");
        try (SshHosts hosts = hosts()) {
            Host node = hosts.host("node1").orElseThrow();
            assertThat(node.ask(ARM, LONG).done()).isTrue();
            Awaitility.await().until(() -> waiting().size() == 1);

            Reply undone = node.ask(Request.of("undo"), Duration.ofSeconds(6));
            assertThat(undone.why()).isEmpty();
            assertThat(node.ask(ARM, LONG).done()).isTrue();
            assertThat(node.ask(INJECT, LONG).done()).isTrue();
        }
    }

    /** A helper that repeats its request, and writes down that it was begun and that it was told to inject. */
    private SshHosts hosts() throws IOException {
        sshd.script("helper", """
                #!/bin/sh
                echo x >> DIRECTORY/started
                read -r line || exit 0
                case $line in
                    *identity*) printf 'done\\nmachine-id=MACHINE\\n' ;;
                    *inject*) echo x >> DIRECTORY/injected; printf 'done\\n%s\\n' "$line" ;;
                    *) printf 'done\\n%s\\n' "$line" ;;
                esac
                """.replace("MACHINE", Sshd.MACHINE));
        sshd.with("ForceCommand exec " + sshd.directory().resolve("helper")).start();
        return new SshHosts(Map.of("node1", sshd.address()), sshd.access());
    }

    private long begun() throws IOException {
        return Files.readAllLines(sshd.directory().resolve("started")).size();
    }

    /** Helpers that have not been told anything yet. */
    private List<ProcessHandle> waiting() {
        String helper = sshd.directory().resolve("helper").toString();
        return ProcessHandle.allProcesses()
                .filter(it -> it.info().commandLine().orElse("").endsWith(helper))
                .toList();
    }
}
