package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.fault.Undo;

/** What a start finds of earlier runs, and what it does with it. */
class ReconcilingTest {
    private final Bench bench = new Bench();
    private final List<String> undone = new ArrayList<>();

    @Test
    void whatWasBrokenLastIsUndoneFirst() {
        bench.killed(Bench.overlapping(), "r/node3/1", Terms.USUAL, world -> world);
        assertThat(bench.reconcile("next", this::recorded).status()).isEqualTo(Status.PASSED);
        assertThat(undone).containsExactly("node3", "node2", "node1");
    }

    @Test
    void theOrderOfRunsIsThatOfTheirTimesAndNotOfTheirNames() {
        List<Step> steps = Bench.overlapping().timeline();
        UnaryOperator<World> keeping = world -> new Relay(world) {
            @Override
            public Answer disarm(Hit hit) {
                return Answer.refused("no");
            }
        };
        bench.run("z", Bench.of(List.of(steps.get(0)), List.of(), Set.of()), keeping);
        bench.killed(Bench.of(List.of(steps.get(1)), List.of(), Set.of()), "r/node2/1", Terms.USUAL, keeping);
        assertThat(bench.journals()).containsExactly("r.journal", "z.journal");
        bench.reconcile("next", this::recorded);
        assertThat(undone).containsExactly("node2", "node1");
    }

    @Test
    void whatOnlyTheDamagedPartToldWasBrokenLast() {
        bench.killed(Bench.overlapping(), "r/node3/1", Terms.USUAL, world -> world);
        tornFrom("Intended", 3);
        assertThat(bench.reconcile("next", this::recorded).status()).isEqualTo(Status.PASSED);
        assertThat(undone).containsExactly("node3", "node2", "node1");
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void aSuspectIsUndoneWhereItsStepStarted() {
        bench.killed(master(), "r/master/1", Terms.USUAL, ReconcilingTest::moving);
        tornFrom("Intended", 1);
        Outcome next = bench.reconcile("next", this::recorded);
        assertThat(next.status()).isEqualTo(Status.PASSED);
        assertThat(next.faults()).containsEntry("r/master/1", FaultState.UNDONE_VERIFIED);
        assertThat(undone).containsExactly("node2");
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void aSuspectWhoseTargetNobodyKnowsIsLeftToPeople() {
        bench.killed(master(), "r/master/1", Terms.USUAL, ReconcilingTest::moving);
        tornFrom("Started", 1);
        for (String run : List.of("next", "afterwards")) {
            Outcome next = bench.run(run, Bench.drill(), world -> world);
            assertThat(next.exitCode()).isEqualTo(3);
            assertThat(next.why()).contains("r.journal", "step master");
        }
        assertThat(bench.sent()).containsExactly("r/master/1");
    }

    @Test
    void aFaultThatStaysIsNeverTakenForLessWhateverTheDiskDoes() {
        bench.killed(Bench.drill(), "r/first/1", Terms.USUAL, world -> world);
        for (boolean forEver : new boolean[] {false, true}) {
            for (int call = 1; call <= 30; call++) {
                int failing = call;
                bench.disk.failWhen(now -> forEver ? now >= failing : now == failing, false);
                Outcome outcome = bench.reconcile(forEver + "-" + call, ReconcilingTest::staying);
                assertThat(outcome.exitCode()).as("call %d: %s", call, outcome).isEqualTo(3);
                bench.disk.failWhen(now -> false, false);
            }
        }
    }

    @Test
    void aFullDiskKeepsNothingFromBeingUndone() {
        bench.killed(Bench.drill(), "r/first/1", Terms.USUAL, world -> world);
        bench.disk.capacity(0);
        assertThat(bench.run("next", Bench.drill(), world -> world).status()).isEqualTo(Status.JOURNAL_FAILED);
        assertThat(bench.hosts.brokenHits()).isEmpty();
        assertThat(bench.sent()).containsExactly("r/first/1");
        // It could not be written down, so it is proven once more.
        bench.disk.capacity(Long.MAX_VALUE);
        assertThat(bench.reconcile("later", this::recorded).status()).isEqualTo(Status.PASSED);
        assertThat(undone).containsExactly("node1");
    }

    @Test
    void anUnreadableJournalKeepsNothingElseFromBeingUndone() {
        bench.run("0", Bench.drill(), world -> world);
        bench.killed(Bench.drill(), "r/first/1", Terms.USUAL, world -> world);
        byte[] bytes = bench.disk.bytes("0.journal");
        bytes[bytes.length / 100] ^= 1;
        bench.disk.replace("0.journal", bytes);
        int sent = bench.sent().size();
        Outcome next = bench.run("next", Bench.drill(), world -> world);
        assertThat(next.exitCode()).isEqualTo(3);
        assertThat(next.why()).contains("0.journal");
        assertThat(bench.sent()).hasSize(sent);
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void aJournalThatTheDiskDoesNotGiveIsNoGoodSign() {
        bench.killed(Bench.drill(), "r/first/1", Terms.USUAL, world -> world);
        for (int call = 1; call <= 3; call++) {
            int failing = call;
            bench.disk.failWhen(now -> now == failing, false);
            assertThat(bench.reconcile("next" + call, world -> world).exitCode())
                    .as("call %d", call)
                    .isEqualTo(3);
        }
    }

    @Test
    void aBugAtOneHitKeepsNoOtherFromBeingUndone() {
        bench.killed(Bench.overlapping(), "r/node3/1", Terms.USUAL, world -> world);
        assertThatThrownBy(() -> bench.reconcile("next", ReconcilingTest::buggy))
                .hasMessage("a bug");
        assertThat(bench.hosts.brokenHits()).extracting(Hit::step).containsExactly("node3");
        assertThat(bench.replay("next").exitCode()).isEqualTo(3);
    }

    @Test
    void aBugAtOneHitOfTheSameRunKeepsNoOtherFromBeingUndone() {
        UnaryOperator<World> stopped = world -> new Relay(buggy(world)) {
            @Override
            public boolean stopAsked() {
                return bench.sent().size() == 3;
            }
        };
        assertThatThrownBy(() -> bench.run("r", Bench.overlapping(), stopped)).hasMessage("a bug");
        assertThat(bench.hosts.brokenHits()).extracting(Hit::step).containsExactly("node3");
        assertThat(bench.replay("r").exitCode()).isEqualTo(3);
    }

    @Test
    void aSignalDoesNotShortenTheWaitForATimer() {
        bench.killed(Bench.drill(), "r/first/1", Terms.USUAL, world -> world);
        Duration signal = bench.hosts.now().plusSeconds(80);
        Outcome outcome = bench.reconcile("next", world -> new Relay(refusing(world)) {
            private boolean woken;

            @Override
            public void waitUntil(Duration time) {
                boolean wakes = !woken && time.compareTo(signal) > 0;
                woken |= wakes;
                world.waitUntil(wakes ? signal : time);
            }

            @Override
            public boolean stopAsked() {
                return now().compareTo(signal) >= 0;
            }
        });
        assertThat(outcome.status()).as(outcome.why()).isEqualTo(Status.PASSED);
    }

    @Test
    void theTimerOfARunWithLongLeasesIsWaitedForAsLong() {
        Duration lease = Duration.ofMinutes(10);
        Terms patient =
                new Terms(lease, Terms.USUAL.call(), Terms.USUAL.look(), Terms.USUAL.again(), Terms.USUAL.recovery());
        bench.killed(Bench.drill(), "r/first/1", patient, world -> world);
        Outcome outcome = bench.reconcile("next", ReconcilingTest::refusing);
        assertThat(outcome.status()).as(outcome.why()).isEqualTo(Status.PASSED);
        assertThat(bench.hosts.now()).isGreaterThan(lease);
    }

    /** The master moves between the plan and the step. */
    private static World moving(World world) {
        return new Relay(world) {
            @Override
            public Found find(Aim<?> aim) {
                boolean started = now().compareTo(Duration.ofMinutes(1)) >= 0;
                return Found.of(List.of(Scenario.node(started ? "node2" : "node1")));
            }
        };
    }

    private static Drill master() {
        Act.Break<?> act =
                new Act.Break<>(new Fault.ClockSkew(Duration.ofMinutes(1)), new Aim.Master("pve"), Optional.empty());
        return Bench.of(List.of(new Step("master", new When.At(Duration.ofMinutes(1)), act, 1)), List.of(), Set.of());
    }

    private World recorded(World world) {
        return new Relay(world) {
            @Override
            public Answer undo(Hit hit, Undo undo) {
                undone.add(hit.target().text());
                return world.undo(hit, undo);
            }
        };
    }

    private static World staying(World world) {
        return new Relay(world) {
            @Override
            public Observation prove(Hit hit, Undo undo) {
                return new Observation(Truth.FALSE, "", "");
            }
        };
    }

    private static World refusing(World world) {
        return new Relay(world) {
            @Override
            public Answer undo(Hit hit, Undo undo) {
                return Answer.refused("no");
            }
        };
    }

    private static World buggy(World world) {
        return new Relay(world) {
            @Override
            public Answer undo(Hit hit, Undo undo) {
                if (hit.step().equals("node3")) {
                    throw new IllegalStateException("a bug");
                }
                return world.undo(hit, undo);
            }
        };
    }

    /** Damages the journal from a record of a kind on, the first or a later one; nothing whole is left behind it. */
    private void tornFrom(String kind, int which) {
        byte[] bytes = bench.disk.bytes("r.journal");
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int at = -1;
        for (int i = 0; i < which; i++) {
            at = text.indexOf("{\"is\":\"" + kind + "\"", at + 1);
            assertThat(at).as(kind).isPositive();
        }
        Arrays.fill(bytes, at, bytes.length, (byte) '\n');
        bench.disk.replace("r.journal", bytes);
    }
}
