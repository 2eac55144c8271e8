package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.rackdrill.chaos.fault.FaultKind;

/** What is refused on real hosts before anything is broken. Needs sandboxes, as {@link KillTest} does. */
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalTest {
    private static final String BY_ITSELF = "die before nothing";
    private static final int REFUSED = 2;

    @TempDir
    private Path folder;

    private Wards wards;

    @BeforeAll
    void findSandboxes() {
        wards = Wards.here();
    }

    @TestFactory
    Stream<DynamicTest> refusedIs() {
        return wards.play(List.of(
                new Wards.Act("a second controller on the same machine", RefusalTest::secondController),
                new Wards.Act("a drill from another machine at the same target", RefusalTest::secondMachine),
                new Wards.Act("a drill at a pool that is scrubbed", RefusalTest::duringAScrub),
                new Wards.Act("a drill at the machine that it is run from", this::atItself)));
    }

    @TestFactory
    Stream<DynamicTest> aSandboxRefuses() {
        return wards.play(Blow.refused().stream()
                .map(blow -> new Wards.Act(blow.text(), ward -> refused(ward, blow)))
                .toList());
    }

    /** The first one holds its journals for as long as it lives, even when it sleeps. */
    private static void secondController(Ward ward) throws IOException, InterruptedException {
        Case first = Case.of(ward, Blow.of(FaultKind.SYNC_CREDENTIALS_BROKEN, 3));
        Case second =
                new Case(ward, Blow.of(FaultKind.CPU_PRESSURE, 3), "second-" + System.nanoTime(), first.journals());
        try (Controller one = Controller.start(Controller.Start.of(first, "stop after inject"))) {
            one.awaitStop();
            try (Controller other = Controller.start(Controller.Start.of(second, BY_ITSELF))) {
                assertThat(other.code()).as(other.words()).isEqualTo(REFUSED);
                assertThat(other.words()).contains("another run on this machine is going on");
            }
            one.goOn();
            assertThat(one.code()).as(one.words()).isIn(0, 1);
        }
        assertThat(second.furthest()).isEqualTo(Case.NOTHING);
        first.isReportedByTheNextStart();
    }

    /** Only the target knows of both. */
    private static void secondMachine(Ward ward) throws IOException, InterruptedException {
        Case first = Case.of(ward, Blow.of(FaultKind.SYNC_CREDENTIALS_BROKEN, 25));
        Case second = Case.of(ward, Blow.of(FaultKind.DATASET_DELETED, 3));
        try (Controller one = Controller.start(Controller.Start.of(first, BY_ITSELF))) {
            Awaitility.await("something is broken")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> first.furthest().equals("Injected"));
            try (Controller other = Controller.start(Controller.Start.of(second, BY_ITSELF))) {
                assertThat(other.code()).as(other.words()).isEqualTo(1);
                assertThat(other.words()).contains("run " + first.run() + " has sync-credentials-broken injected here");
            }
            assertThat(second.furthest()).as(second.run()).isNotEqualTo("Injected");
            assertThat(one.code()).as(one.words()).isZero();
        }
        first.isReportedByTheNextStart();
        assertThat(ward.reconcile(second.run() + "-next", second.journals()).why())
                .isEqualTo("nothing was left");
    }

    private static void duringAScrub(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, Blow.of(FaultKind.DISK_FAILURE, 3));
        List<String> others = Blow.DANGERS.stream()
                .filter(danger -> !danger.equals("scrub-running"))
                .toList();
        Process scrubs = new ProcessBuilder(ward.sandbox()
                        .inside(
                                "node2",
                                List.of("sh", "-c", "while :; do zpool scrub tank 2>/dev/null; sleep 0.05; done")))
                .start();
        try (Controller controller = Controller.start(new Controller.Start(deed, BY_ITSELF, others, List.of()))) {
            assertThat(controller.code()).as(controller.words()).isEqualTo(REFUSED);
            assertThat(controller.words()).contains("scrub");
        } finally {
            scrubs.descendants().forEach(ProcessHandle::destroyForcibly);
            scrubs.destroyForcibly();
        }
        nothingWasDone(deed);
    }

    /** A machine is who its machine-id says: the controller is given that of its target. */
    private void atItself(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, Blow.of(FaultKind.CPU_PRESSURE, 3));
        Path id = folder.resolve("machine-id");
        Files.writeString(id, Objects.requireNonNull(ward.sandbox().machineIds().get("node2")) + "\n");
        List<String> there = List.of(
                "unshare", "--mount", "sh", "-c", "mount --bind \"$0\" /etc/machine-id && exec \"$@\"", id.toString());
        try (Controller controller = Controller.start(new Controller.Start(deed, BY_ITSELF, Blow.DANGERS, there))) {
            assertThat(controller.code()).as(controller.words()).isEqualTo(REFUSED);
            assertThat(controller.words()).contains("the drill is run from node2 itself");
        }
        nothingWasDone(deed);
    }

    private static void refused(Ward ward, Blow blow) throws IOException, InterruptedException {
        Case deed = Case.of(ward, blow);
        try (Controller controller = Controller.start(Controller.Start.of(deed, BY_ITSELF))) {
            assertThat(controller.code()).as(controller.words()).isEqualTo(REFUSED);
        }
        nothingWasDone(deed);
    }

    private static void nothingWasDone(Case deed) throws IOException {
        assertThat(deed.furthest()).isIn(Case.NOTHING, "Closed");
        assertThat(deed.ward().armed()).isEmpty();
    }
}
