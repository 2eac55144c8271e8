package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.run.Status;

/**
 * The controller lives, and something else goes wrong: the line to the target, the target, its own time, its own disk.
 * Nothing stays broken, and nothing is called a success. Needs sandboxes, as {@link KillTest} does.
 */
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InterruptionTest {
    /** What lasts through a restart of its node. */
    private static final Blow BLOW = Blow.of(FaultKind.DISK_FAILURE, 5);

    private static final String NODE = "node2";
    private static final int TURNS = 3;
    private static final Duration TWO_LEASES = Duration.ofSeconds(2L * Ward.LEASE);
    private static final Path LOG = Path.of("target", "interruptions.txt");

    private Wards wards;

    @BeforeAll
    void findSandboxes() {
        wards = Wards.here();
    }

    @TestFactory
    Stream<DynamicTest> nothingStaysBrokenWhen() {
        return wards.play(List.of(
                new Wards.Act("the line to the target is cut for good", patient(InterruptionTest::cutForGood)),
                new Wards.Act(
                        "the line to the target is cut until the fault is gone",
                        patient(InterruptionTest::cutForAWhile)),
                new Wards.Act("every session at the target is ended", patient(InterruptionTest::sessionsEnded)),
                new Wards.Act("the target loses its power and starts again", patient(InterruptionTest::restarted)),
                new Wards.Act(
                        "the controller sleeps before it breaks anything", patient(InterruptionTest::sleptBefore)),
                new Wards.Act(
                        "the controller sleeps while something is broken", patient(InterruptionTest::sleptDuring)),
                new Wards.Act("its disk was full before", patient(InterruptionTest::fullBefore)),
                new Wards.Act("its disk becomes full", patient(InterruptionTest::fullDuring)),
                new Wards.Act("its disk takes nothing more", patient(InterruptionTest::noMoreWrites)),
                new Wards.Act(
                        "it dies and leaves a full disk to the next start", patient(InterruptionTest::fullAfter))));
    }

    private static Wards.Play patient(Wards.Play play) {
        return ward -> {
            for (int turn = 1; true; turn++) {
                try {
                    play.in(ward);
                    return;
                } catch (Controller.TooEarly e) {
                    if (turn == TURNS) {
                        throw e;
                    }
                    ward.well();
                }
            }
        };
    }

    private static void cutForGood(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, BLOW);
        try (Controller controller = stopped(deed, "after inject")) {
            ward.rack("link", "down", "host");
            long since = System.nanoTime();
            controller.goOn();
            try {
                told("line cut for good", deed.goneInside(NODE, since));
                assertThat(controller.code()).as(controller.words()).isEqualTo(3);
            } finally {
                ward.rack("link", "up", "host");
            }
        }
        deed.isReportedByTheNextStart();
    }

    private static void cutForAWhile(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, BLOW);
        try (Controller controller = stopped(deed, "after inject")) {
            ward.rack("link", "down", "host");
            long since = System.nanoTime();
            controller.goOn();
            try {
                told("line cut for a while", deed.goneInside(NODE, since));
            } finally {
                ward.rack("link", "up", "host");
            }
            assertThat(controller.code()).as(controller.words()).isEqualTo(1);
        }
        deed.isReportedByTheNextStart();
    }

    private static void sessionsEnded(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, BLOW);
        try (Controller controller = stopped(deed, "after inject")) {
            ward.inside(NODE, "", "pkill", "-KILL", "-f", "sshd: rackdrill");
            controller.goOn();
            undoes(controller);
        }
        assertThat(deed.furthest()).isEqualTo("Closed");
        deed.isReportedByTheNextStart();
    }

    private static void restarted(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, BLOW);
        try (Controller controller = stopped(deed, "after inject")) {
            ward.rack("power", "off", NODE);
            long since = System.nanoTime();
            controller.goOn();
            ward.rack("power", "on", NODE);
            told("target restarted", deed.goneInside(NODE, since));
            assertThat(controller.code()).as(controller.words()).isEqualTo(1);
        }
        assertThat(injected(deed)).isEqualTo(1);
        deed.isReportedByTheNextStart();
    }

    private static void sleptBefore(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, BLOW);
        try (Controller controller = stopped(deed, "before inject")) {
            pause(TWO_LEASES);
            controller.goOn();
            assertThat(controller.code()).as(controller.words()).isEqualTo(1);
        }
        assertThat(injected(deed)).isZero();
        told("slept before", deed.gone(System.nanoTime()));
        deed.isReportedByTheNextStart();
    }

    private static void sleptDuring(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, BLOW);
        try (Controller controller = stopped(deed, "after inject")) {
            Duration gone = deed.gone(System.nanoTime());
            told("slept during", gone);
            pause(TWO_LEASES.minus(gone));
            controller.goOn();
            assertThat(controller.code()).as(controller.words()).isEqualTo(1);
        }
        assertThat(injected(deed)).isEqualTo(1);
        deed.isReportedByTheNextStart();
    }

    private static void fullBefore(Ward ward) throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.of("512k")) {
            Case deed = on(ward, disk);
            try (Controller controller = Controller.start(Controller.Start.of(deed, "die before nothing"))) {
                assertThat(controller.code()).as(controller.words()).isEqualTo(2);
            }
            assertThat(injected(deed)).isZero();
            assertThat(ward.armed()).isEmpty();
        }
    }

    /** Space was written ahead: the drill goes on. */
    private static void fullDuring(Ward ward) throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.of("3m")) {
            Case deed = on(ward, disk);
            try (Controller controller = stopped(deed, "before intent")) {
                disk.fill();
                controller.goOn();
                undoes(controller);
            }
            assertThat(deed.furthest()).isEqualTo("Closed");
            deed.isReportedByTheNextStart();
        }
    }

    /** Every write fails from now on, as on a disk that keeps no space for those who have it. */
    private static void noMoreWrites(Ward ward) throws IOException, InterruptedException {
        Case deed = Case.of(ward, BLOW);
        try (Controller controller = stopped(deed, "after inject")) {
            command("prlimit", "--pid", Long.toString(controller.process().pid()), "--fsize=1024");
            long since = System.nanoTime();
            controller.goOn();
            told("disk takes no more writes", deed.gone(since));
            assertThat(controller.code()).as(controller.words()).isEqualTo(3);
        }
        assertThat(deed.furthest()).isEqualTo("Armed");
        deed.isReportedByTheNextStart();
    }

    private static void fullAfter(Ward ward) throws IOException, InterruptedException {
        try (SmallDisk disk = SmallDisk.of("3m")) {
            Case deed = on(ward, disk);
            try (Controller controller = stopped(deed, "after inject")) {
                controller.kill();
                disk.fill();
                told("disk full at the next start", deed.gone(System.nanoTime()));
            }
            assertThat(ward.reconcile(deed.run() + "-full", deed.journals()).status())
                    .isEqualTo(Status.JOURNAL_FAILED);
            disk.free();
            deed.isReportedByTheNextStart();
        }
    }

    /** On a busy machine a call may come too late and end the drill, which undoes it all the same. */
    private static void undoes(Controller controller) throws IOException, InterruptedException {
        assertThat(controller.code()).as(controller.words()).isIn(0, 1);
        assertThat(controller.words()).contains("UNDONE_VERIFIED");
    }

    private static Case on(Ward ward, SmallDisk disk) {
        return new Case(ward, BLOW, "disk-" + System.nanoTime(), disk.folder());
    }

    private static Controller stopped(Case deed, String point) throws IOException {
        Controller controller = Controller.start(Controller.Start.of(deed, "stop " + point));
        controller.awaitStop();
        return controller;
    }

    private static void pause(Duration time) {
        Duration wait = time.isNegative() ? Duration.ZERO : time;
        Awaitility.await().pollDelay(wait).atMost(wait.plusSeconds(5)).until(() -> true);
    }

    /** Returns how often something was broken for a hit, as the helper on the node has noted it. */
    private static long injected(Case deed) throws IOException {
        return deed.ward()
                .inside(NODE, "", "cat", "/var/lib/rackdrill/log")
                .lines()
                .filter(line -> line.contains("\"RD1002\"") && line.contains("\"" + deed.hit() + "\""))
                .count();
    }

    static void command(String... words) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(words).inheritIO().start();
        assertThat(process.waitFor()).as(String.join(" ", words)).isZero();
    }

    private static void told(String what, Duration gone) throws IOException {
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        Files.writeString(
                LOG,
                "%s; gone after %d ms%n".formatted(what, gone.toMillis()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
