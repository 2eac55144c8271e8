package org.rackdrill.cli.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.rackdrill.chaos.fault.FaultKind;

/**
 * The controller dies, and nothing stays broken: at each point of the protocol, and at moments that a seed draws, with
 * every fault that a sandbox can carry. Needs sandboxes: {@code sudo ./rackdrill sandbox up --name k}, then
 * {@code -Drackdrill.sandbox=k}, or several with commas between. How many moments: {@code -Drackdrill.kills=100}; from
 * which one of the drawn on: {@code -Drackdrill.kills.from=40}.
 */
@Tag("root")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {
    /** The fifth look is one while something is broken. */
    private static final List<String> POINTS = List.of(
            "before intent",
            "after intent",
            "before examine",
            "after examine",
            "before arm",
            "after arm",
            "before inject",
            "after inject",
            "before observe 5",
            "after observe 5",
            "before extend",
            "after extend",
            "before undo",
            "after undo",
            "before prove",
            "after prove",
            "before disarm",
            "after disarm");

    private static final long SEED = 20261126;
    /** From its intent on: it breaks something then, and has undone it after some six seconds. */
    private static final int MILLIS = 8_000;

    /** Few moments meet faults of every kind. */
    private static final int STRIDE = 11;

    private static final int SHORT = 3;
    private static final int LONGER = 5;
    private static final Path LOG = Path.of("target", "kills.txt");

    private Wards wards;

    @BeforeAll
    void findSandboxes() {
        wards = Wards.here();
    }

    @TestFactory
    Stream<DynamicTest> atEachPointOfTheProtocol() {
        return wards.play(POINTS.stream()
                .map(point -> new Wards.Act(point, ward -> dies(ward, point)))
                .toList());
    }

    @TestFactory
    Stream<DynamicTest> atAnyMoment() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Blow> blows = Blow.all(LONGER);
        List<Wards.Act> acts = new ArrayList<>();
        int from = Integer.getInteger("rackdrill.kills.from", 0);
        for (int i = 0; i < from + Integer.getInteger("rackdrill.kills", 10); i++) {
            Blow blow = blows.get(i * STRIDE % blows.size());
            Duration moment = Duration.ofMillis(random.nextInt(MILLIS));
            if (i >= from) {
                acts.add(new Wards.Act(
                        i + ": " + blow.text() + " after " + moment.toMillis() + " ms",
                        ward -> dies(ward, blow, moment)));
            }
        }
        return wards.play(acts);
    }

    private static void dies(Ward ward, String point) throws IOException, InterruptedException {
        Case deed = Case.of(ward, Blow.of(FaultKind.CPU_PRESSURE, SHORT));
        try (Controller controller = Controller.start(Controller.Start.of(deed, "die " + point))) {
            assertThat(controller.code()).as(controller.words()).isEqualTo(137);
            isOver(deed, point);
        }
    }

    private static void dies(Ward ward, Blow blow, Duration moment) throws IOException, InterruptedException {
        Case deed = Case.of(ward, blow);
        try (Controller controller = Controller.start(Controller.Start.of(deed, "die before nothing"))) {
            deed.awaitIntent();
            if (controller.ends(moment)) {
                // On a busy machine a call may come too late and end the drill, which undoes it all the same.
                assertThat(controller.code()).as(controller.words()).isIn(0, 1);
            }
            controller.kill();
            isOver(deed, moment.toMillis() + " ms");
        }
    }

    private static void isOver(Case deed, String when) throws IOException {
        try {
            isSeenToBeOver(deed, when);
        } catch (RuntimeException | AssertionError e) {
            // The next case has to find the sandbox as it was.
            deed.ward().reconcile(deed.run() + "-after", deed.journals());
            throw e;
        }
    }

    private static void isSeenToBeOver(Case deed, String when) throws IOException {
        String furthest = deed.furthest();
        Duration gone = furthest.equals(Case.NOTHING) ? Duration.ZERO : deed.gone(System.nanoTime());
        deed.isReportedByTheNextStart();
        Files.createDirectories(LOG.toAbsolutePath().getParent());
        Files.writeString(
                LOG,
                "%s; %s; %s; gone after %d ms%n".formatted(deed.blow().text(), when, furthest, gone.toMillis()),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
