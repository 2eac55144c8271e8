package org.rackdrill.chaos.simulated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rackdrill.chaos.check.Truth.FALSE;
import static org.rackdrill.chaos.check.Truth.TRUE;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.journal.SimulatedDisk;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.simulated.SimulatedWorld.Chance;

/** The simulated world keeps what every world owes to the runner. */
final class SimulatedWorldTest {

    private static final Duration LEASE = Duration.ofSeconds(90);

    private final Scene scene = Scene.in("v1");
    private final SimulatedWorld world = scene.world;
    private final Hit hit = scene.hit("node-power-loss: node2");
    private final Undo undo = world.examine(hit).undo();

    @Test
    void itStartsAtTenInTheMorningWithEverythingUp() {
        assertThat(world.now()).isZero();
        assertThat(world.date().getHour()).isEqualTo(10);
        assertThat(new Eyesight(scene, Shipped.lab("v1")).bad()).isEmpty();
    }

    @Test
    void whatIsNotArmedIsNotBroken() {
        assertThat(world.inject(hit).kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(scene.sees("up: node2")).isEqualTo(TRUE);
    }

    @Test
    void aServiceWorksOnThePoolOfTheNodeThatItIsOn() {
        Aim<?> aim = new Aim.Holding("paperless");
        assertThat(world.find(aim).targets()).hasToString("[Pool[at=node1/tank]]");
        scene.does("failover: {of: paperless, to: node2}", Duration.ofHours(1));
        assertThat(world.find(aim).targets()).hasToString("[Pool[at=node2/tank]]");
    }

    @Test
    void rolesAreFoundWhenTheyAreAskedFor() {
        assertThat(world.find(new Aim.Running("jellyfin")).targets()).containsExactly(new Target.Node("node2"));
        assertThat(world.find(new Aim.Master("pve")).targets()).containsExactly(new Target.Node("node1"));
        scene.breaks("node-power-loss: node1");
        assertThat(world.find(new Aim.Running("immich")).targets()).isEmpty();
        assertThat(world.find(new Aim.Running("immich")).why()).isEqualTo("immich runs on no node now");
        scene.waits(Duration.ofMinutes(10));
        assertThat(world.find(new Aim.Running("proxy")).targets()).containsExactly(new Target.Node("node2"));
        assertThat(world.find(new Aim.Master("pve")).targets()).containsExactly(new Target.Node("node2"));
    }

    @Test
    void whatIsArmedIsBrokenByInjectingAndNotBefore() {
        world.arm(hit, undo, LEASE);
        assertThat(scene.sees("up: node2")).isEqualTo(TRUE);
        assertThat(world.inject(hit)).isEqualTo(Answer.DONE);
        assertThat(scene.sees("up: node2")).isEqualTo(FALSE);
    }

    @Test
    void aTimerThatNobodyExtendsUndoesWithoutTheRunner() {
        world.arm(hit, undo, LEASE);
        world.inject(hit);
        scene.waits(LEASE.plusMinutes(15));
        assertThat(scene.sees("up: node2")).isEqualTo(TRUE);
        assertThat(world.prove(hit, undo).truth()).isEqualTo(TRUE);
        assertThat(world.extend(hit, LEASE).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void aTimerFiresAtItsTimeAndNotBefore() {
        world.arm(hit, undo, LEASE);
        world.inject(hit);
        scene.waits(LEASE.minusSeconds(1));
        assertThat(world.prove(hit, undo).truth()).isEqualTo(FALSE);
        scene.waits(Duration.ofSeconds(1));
        assertThat(world.prove(hit, undo).truth()).isEqualTo(TRUE);
    }

    @Test
    void aTimerThatIsExtendedCountsFromThen() {
        world.arm(hit, undo, LEASE);
        world.inject(hit);
        scene.waits(LEASE.dividedBy(2));
        assertThat(world.extend(hit, LEASE)).isEqualTo(Answer.DONE);
        scene.waits(LEASE.minusSeconds(1));
        assertThat(world.prove(hit, undo).truth()).isEqualTo(FALSE);
    }

    @Test
    void aMessageThatComesAfterTheTimerBreaksNothing() {
        world.arm(hit, undo, LEASE);
        scene.waits(LEASE);
        assertThat(world.inject(hit).kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(scene.sees("up: node2")).isEqualTo(TRUE);
    }

    @Test
    void aMessageThatComesAfterTheUndoBreaksNothing() {
        world.arm(hit, undo, LEASE);
        world.undo(hit, undo);
        assertThat(world.inject(hit).kind()).isEqualTo(Answer.Kind.REFUSED);
        assertThat(scene.sees("up: node2")).isEqualTo(TRUE);
    }

    @Test
    void armingTwiceIsRefused() {
        world.arm(hit, undo, LEASE);
        assertThat(world.arm(hit, undo, LEASE).kind()).isEqualTo(Answer.Kind.REFUSED);
    }

    @Test
    void anUndoOfNothingChangesNothing() {
        Insides before = Insides.of(world);
        assertThat(world.undo(hit, undo)).isEqualTo(Answer.DONE);
        world.arm(hit, undo, LEASE);
        world.undo(hit, undo);
        world.undo(hit, undo);
        Map<String, String> changes = new TreeMap<>(Insides.of(world).since(before));
        assertThat(changes).isEmpty();
    }

    @Test
    void anUndoEndsTheTimer() {
        world.arm(hit, undo, LEASE);
        world.inject(hit);
        world.undo(hit, undo);
        world.disarm(hit);
        scene.waits(Duration.ofMinutes(20));
        Insides before = Insides.of(world);
        scene.waits(LEASE);
        assertThat(Insides.of(world).since(before)).isEmpty();
    }

    @Test
    void whatComesBackByItselfNeedsNoArming() {
        Hit reboot = scene.hit("node-reboot: node2");
        assertThat(world.inject(reboot)).isEqualTo(Answer.DONE);
        assertThat(world.prove(reboot, undo).truth()).isEqualTo(FALSE);
        scene.waits(world.examine(reboot).settles());
        assertThat(world.prove(reboot, undo).truth()).isEqualTo(TRUE);
    }

    @Test
    void examiningChangesNothing() {
        Insides before = Insides.of(world);
        world.examine(hit);
        world.examine(scene.hit("site-lost: home"));
        assertThat(Insides.of(world).since(before)).isEmpty();
    }

    @Test
    void whatIsQuietUntilAMomentIsAsSeenUntilThen() {
        scene.breaks("files-encrypted: {of: immich, files: 80%}");
        assertThat(scene.sees("no-alarm: immich")).isEqualTo(TRUE);
        Duration until = world.quietUntil();
        world.waitUntil(until.minusSeconds(1));
        assertThat(scene.sees("no-alarm: immich")).isEqualTo(TRUE);
        world.waitUntil(Duration.ofMinutes(2).plusSeconds(1));
        assertThat(scene.sees("no-alarm: immich")).isEqualTo(FALSE);
        assertThat(until).isBetween(Duration.ZERO, Duration.ofMinutes(2));
    }

    @Test
    void theSameSeedWritesTheSameJournalAndAnotherOneAnother() {
        Drill drill = Shipped.drill("a-node-dies", "v1").orElseThrow();
        String first = journal(Shipped.simulated("v1").calm(drill, 7, () -> false), drill);
        assertThat(journal(Shipped.simulated("v1").calm(drill, 7, () -> false), drill))
                .isEqualTo(first);
        assertThat(journal(Shipped.simulated("v1").calm(drill, 8, () -> false), drill))
                .isNotEqualTo(first);
    }

    @Test
    void aWorldThatBeginsAgainKnowsNothingOfTheRunBefore() {
        Drill drill = Shipped.drill("failover-by-hand", "v1").orElseThrow();
        double[] factors = Shipped.simulated("v1").draw(1, 1)[0];
        SimulatedWorld again = Shipped.simulated("v1").world(drill, () -> false);
        again.begin(new Chance(3, 4, factors, false));
        String first = journal(again, drill);
        again.begin(new Chance(3, 5, factors, false));
        journal(again, drill);
        again.begin(new Chance(3, 4, factors, false));
        assertThat(journal(again, drill)).isEqualTo(first);
    }

    @Test
    void aStopThatIsAskedForEndsTheRunAndLeavesNothingBroken() {
        Drill drill = Shipped.drill("a-node-dies", "v1").orElseThrow();
        Duration stop = Duration.ofMinutes(3);
        SimulatedWorld[] asked = new SimulatedWorld[1];
        asked[0] = Shipped.simulated("v1").calm(drill, 1, () -> asked[0].now().compareTo(stop) > 0);
        Status status = new Runner(asked[0], new SimulatedDisk(), Terms.USUAL)
                .run(new Planner(asked[0]).plan(drill, "run"))
                .status();
        assertThat(status).isEqualTo(Status.INTERRUPTED);
        asked[0].waitUntil(asked[0].now().plusMinutes(20));
        assertThat(asked[0].observe(scene.probe("up: node2")).truth()).isEqualTo(TRUE);
    }

    private static String journal(SimulatedWorld world, Drill drill) {
        SimulatedDisk disk = new SimulatedDisk();
        new Runner(world, disk, Terms.USUAL).run(new Planner(world).plan(drill, "run"));
        try {
            return new String(disk.bytes(disk.names().get(0)), java.nio.charset.StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aDatabaseWorksOnUntilItLooksForItsFiles() {
        Scene sandbox = Scene.in("sandbox");
        String deleted = sandbox.breaks("dataset-deleted: db");
        sandbox.waits(Duration.ofSeconds(1));
        assertThat(sandbox.sees("up: db")).isEqualTo(TRUE);
        sandbox.waits(Duration.ofSeconds(62));
        assertThat(sandbox.sees("up: db")).isEqualTo(FALSE);
        sandbox.undoes(deleted);
        sandbox.waits(Duration.ofMinutes(1));
        assertThat(sandbox.sees("up: db")).isEqualTo(TRUE);
    }

    @Test
    void whatIsBackBeforeADatabaseLooksIsNeverMissed() {
        Scene sandbox = Scene.in("sandbox");
        sandbox.undoes(sandbox.breaks("dataset-deleted: db"));
        sandbox.waits(Duration.ofSeconds(70));
        assertThat(sandbox.sees("up: db")).isEqualTo(TRUE);
        sandbox.breaks("dataset-deleted: db");
        sandbox.waits(Duration.ofSeconds(63));
        assertThat(sandbox.sees("up: db")).isEqualTo(FALSE);
    }
}
