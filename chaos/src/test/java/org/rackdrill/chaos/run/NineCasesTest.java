package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.journal.Journal;

/**
 * What a run can come to, each with a status of its own: the cases in which the Chaos Toolkit of 2026 says "completed", and
 * those around them.
 */
class NineCasesTest {
    private final Bench bench = new Bench();

    @Test
    void everythingGood() {
        Outcome outcome = bench.run("r", Bench.drill(), UnaryOperator.identity());
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.faults())
                .containsOnlyKeys("r/first/1", "r/second/1")
                .containsValue(FaultState.UNDONE_VERIFIED);
        assertThat(bench.replay("r")).isEqualTo(outcome);
    }

    @Test
    void notSteadyBefore() {
        ends(Status.NOT_STEADY, 2, seeing("node1", Truth.FALSE, "never"));
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void notSeenBefore() {
        ends(Status.NOT_SEEN_STEADY, 2, seeing("node1", Truth.UNKNOWN, "never"));
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void notSteadyAfter() {
        ends(Status.NOT_RECOVERED, 1, seeing("node3", Truth.FALSE, "r/second/1"));
    }

    @Test
    void notSeenAfter() {
        ends(Status.NOT_SEEN, 2, seeing("node3", Truth.UNKNOWN, "r/second/1"));
    }

    @Test
    void aStepThatFailsEndsTheDrillAndIsUndone() {
        ends(Status.STEP_FAILED, 1, world -> new Relay(world) {
            @Override
            public Answer inject(Hit hit) {
                world.inject(hit);
                return Answer.refused("the second of three commands failed");
            }
        });
        assertThat(bench.sent()).containsExactly("r/first/1");
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void aProbeThatDeviatesDuringTheDrill() {
        List<Steady> strict = List.of(new Steady(Scenario.up("node2"), Optional.of(Duration.ofSeconds(20))));
        Drill drill = Bench.drill(strict, List.of(), List.of(), Set.of(), Optional.empty());
        Outcome outcome = bench.run("r", drill, UnaryOperator.identity());
        assertThat(outcome.status()).isEqualTo(Status.DEVIATED);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.why()).contains("during: up: node2");
    }

    @Test
    void anUndoThatFailsBlocksTheNextRun() {
        UnaryOperator<World> stuck = proving(Truth.FALSE);
        Outcome outcome = ends(Status.UNDO_FAILED, 3, stuck);
        assertThat(outcome.faults()).containsEntry("r/first/1", FaultState.UNDO_FAILED);

        int sent = bench.sent().size();
        Outcome next = bench.run("next", Bench.drill(), stuck);
        assertThat(next.exitCode()).isEqualTo(3);
        assertThat(bench.sent()).hasSize(sent);

        Outcome cured = bench.run("cured", Bench.drill(), UnaryOperator.identity());
        assertThat(cured.status()).isEqualTo(Status.PASSED);
        assertThat(cured.faults()).containsEntry("r/first/1", FaultState.UNDONE_VERIFIED);
    }

    @Test
    void anUndoThatNobodyCanSee() {
        Outcome outcome = ends(Status.UNDO_UNVERIFIED, 3, proving(Truth.UNKNOWN));
        assertThat(outcome.faults()).containsEntry("r/first/1", FaultState.UNDONE_UNVERIFIED);
    }

    @Test
    void aTimerThatCannotBeRemovedIsSaidAndTriedAgain() {
        UnaryOperator<World> kept = world -> new Relay(world) {
            @Override
            public Answer disarm(Hit hit) {
                return hit.key().equals("r/first/1") ? Answer.refused("the file is busy") : world.disarm(hit);
            }
        };
        Outcome outcome = ends(Status.TIMER_LEFT, 2, kept);
        assertThat(outcome.why()).contains("r/first/1");
        assertThat(outcome.faults())
                .containsOnly(
                        Map.entry("r/first/1", FaultState.UNDONE_VERIFIED),
                        Map.entry("r/second/1", FaultState.UNDONE_VERIFIED));
        // As long as it is there, no run is quite good.
        assertThat(bench.run("again", Bench.drill(), kept).status()).isEqualTo(Status.TIMER_LEFT);
        Outcome cured = bench.reconcile("cured", UnaryOperator.identity());
        assertThat(cured.status()).isEqualTo(Status.PASSED);
        assertThat(cured.faults()).containsOnlyKeys("r/first/1");
        assertThat(bench.reconcile("later", UnaryOperator.identity()).faults()).isEmpty();
    }

    @Test
    void aSignalUndoesEverything() {
        Outcome outcome = ends(Status.INTERRUPTED, 2, stoppedAfter(Duration.ofSeconds(80)));
        assertThat(outcome.faults()).containsOnly(Map.entry("r/first/1", FaultState.UNDONE_VERIFIED));
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void aGuardrailUndoesEverythingAndNamesItself() {
        List<Guardrail> guardrails = List.of(new Guardrail(Scenario.up("node1"), Duration.ofSeconds(15)));
        Drill drill = Bench.drill(Scenario.steady(), List.of(), guardrails, Set.of(), Optional.empty());
        Outcome outcome = bench.run("r", drill, UnaryOperator.identity());
        assertThat(outcome.status()).isEqualTo(Status.GUARDRAIL);
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.why()).isEqualTo("guardrail up: node1 saw false");
        assertThat(bench.sent()).containsExactly("r/first/1");
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void aKilledRunSaysWhatItLeft() {
        killedWhen("inject");
        assertThat(bench.replay("r").status()).isEqualTo(Status.LEFT_OPEN);
        assertThat(bench.replay("r").exitCode()).isEqualTo(3);
        assertThat(bench.run("next", Bench.drill(), UnaryOperator.identity()).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void aRunThatIsKilledBeforeItBrokeAnything() {
        killedWhen("observe");
        assertThat(bench.replay("r").status()).isEqualTo(Status.KILLED);
        assertThat(bench.replay("r").exitCode()).isEqualTo(2);
    }

    @Test
    void aBugUndoesEverythingBeforeItIsReported() {
        UnaryOperator<World> buggy = world -> new Relay(world) {
            @Override
            public Observation observe(Probe probe) {
                if (!bench.hosts.brokenHits().isEmpty()) {
                    throw new IllegalStateException("a bug");
                }
                return world.observe(probe);
            }
        };
        assertThatThrownBy(() -> bench.run("r", Bench.drill(), buggy)).hasMessage("a bug");
        assertThat(bench.hosts.brokenHits()).isEmpty();
        assertThat(bench.replay("r").status()).isEqualTo(Status.KILLED);
        assertThat(bench.replay("r").faults()).containsEntry("r/first/1", FaultState.UNDONE_VERIFIED);
    }

    @Test
    void whatIsSaidOfTheTargetOfAStepIsSeenAtWhatTheStepHits() {
        Target.HitBy hit = new Target.HitBy("first", TargetKind.NODE);
        List<Expectation> expectations = List.of(
                new Expectation.Recovers(hit, Duration.ofMinutes(2), Optional.of("first")),
                new Expectation.Down(hit, Duration.ofSeconds(20), Optional.of("first")));
        Drill drill = Bench.drill(Scenario.steady(), expectations, List.of(), Set.of(), Optional.empty());
        Outcome outcome = bench.run("r", drill, UnaryOperator.identity());
        assertThat(outcome.status()).isEqualTo(Status.DEVIATED);
        assertThat(outcome.judgements())
                .filteredOn(judgement -> judgement.check().startsWith("node1"))
                .extracting(Judgement::verdict)
                .containsExactly(Verdict.PASSED, Verdict.FAILED);
        assertThat(bench.replay("r")).isEqualTo(outcome);
    }

    @Test
    void aDamagedJournalIsNeverGood() {
        bench.run("r", Bench.drill(), UnaryOperator.identity());
        byte[] bytes = bench.disk.bytes("r.journal");
        bytes[bytes.length / 2] ^= 1;
        bench.disk.replace("r.journal", bytes);
        assertThat(bench.replay("r").status()).isEqualTo(Status.JOURNAL_DAMAGED);
        assertThat(bench.replay("r").exitCode()).isEqualTo(3);
        // What the damaged part may have done is undone and proven, once.
        Outcome next = bench.run("next", Bench.drill(), UnaryOperator.identity());
        assertThat(next.status()).isEqualTo(Status.PASSED);
        assertThat(next.faults()).containsEntry("r/second/1", FaultState.UNDONE_VERIFIED);
        assertThat(bench.run("third", Bench.drill(), UnaryOperator.identity()).faults())
                .doesNotContainKey("r/second/1");
    }

    @Test
    void aFullDiskEndsTheDrillAndEveryUndoIsRecorded() {
        bench.disk.capacity(2L * Journal.CHUNK);
        Outcome outcome = ends(Status.JOURNAL_FAILED, 2, world -> new Relay(world) {
            private boolean broken;

            @Override
            public Answer inject(Hit hit) {
                broken = true;
                return world.inject(hit);
            }

            @Override
            public Observation observe(Probe probe) {
                Truth truth = world.observe(probe).truth();
                // Changes all the time and says much, so that the journal grows.
                return broken && probe.equals(Scenario.up("node3"))
                        ? new Observation(
                                now().toSeconds() / 10 % 2 == 0 ? Truth.TRUE : Truth.FALSE, "x".repeat(900_000), "")
                        : new Observation(truth, "", "");
            }
        });
        assertThat(outcome.faults()).containsEntry("r/first/1", FaultState.UNDONE_VERIFIED);
        assertThat(bench.hosts.brokenHits()).isEmpty();
    }

    @Test
    void dangersAreRefusedUnlessTheyAreAccepted() {
        UnaryOperator<World> harness = world -> new Relay(world) {
            @Override
            public Examined examine(Hit hit) {
                Examined real = world.examine(hit);
                Set<Danger> dangers = EnumSet.of(Danger.HARNESS_IN_RADIUS);
                return new Examined("", dangers, List.of(), real.undo(), real.settles());
            }
        };
        Outcome refused = ends(Status.REFUSED, 2, harness);
        assertThat(refused.why()).contains("first", "harness-in-radius");
        assertThat(bench.sent()).isEmpty();

        Drill brave = Bench.drill(
                Scenario.steady(), List.of(), List.of(), Set.of(Danger.HARNESS_IN_RADIUS), Optional.empty());
        assertThat(bench.run("brave", brave, harness).status()).isEqualTo(Status.PASSED);
    }

    @Test
    void everyWayToEndIsAVerdictAndOnlyOneIsGood() {
        for (Status status : Status.values()) {
            Outcome outcome = new Outcome(status, "", List.of(), Map.of());
            assertThat(outcome.exitCode() == 0).isEqualTo(status == Status.PASSED);
            assertThat(outcome.exitCode() == 3).isEqualTo(status.verdict() == Verdict.UNDO_FAILED);
        }
    }

    private Outcome ends(Status status, int exitCode, UnaryOperator<World> change) {
        Outcome outcome = bench.run("r", Bench.drill(), change);
        assertThat(outcome.status()).as(outcome.why()).isEqualTo(status);
        assertThat(outcome.exitCode()).isEqualTo(exitCode);
        assertThat(bench.replay("r")).isEqualTo(outcome);
        return outcome;
    }

    private void killedWhen(String call) {
        UnaryOperator<World> killed = world -> new Relay(world) {
            @Override
            public Answer inject(Hit hit) {
                Answer answer = world.inject(hit);
                if (call.equals("inject")) {
                    throw new SimulatedWorld.Killed();
                }
                return answer;
            }

            @Override
            public Observation observe(Probe probe) {
                if (call.equals("observe")) {
                    throw new SimulatedWorld.Killed();
                }
                return world.observe(probe);
            }
        };
        try {
            bench.run("r", Bench.drill(), killed);
        } catch (SimulatedWorld.Killed e) {
            bench.disk.processEnds();
        }
    }

    /** A node is seen as something once a hit is undone; "never" stands for always. */
    private static UnaryOperator<World> seeing(String node, Truth truth, String afterUndoOf) {
        return world -> new Relay(world) {
            private boolean changed = afterUndoOf.equals("never");

            @Override
            public Answer undo(Hit hit, Undo undo) {
                changed |= hit.key().equals(afterUndoOf);
                return world.undo(hit, undo);
            }

            @Override
            public Observation observe(Probe probe) {
                Observation real = world.observe(probe);
                return changed && probe.equals(Scenario.up(node)) ? new Observation(truth, "", "it says so") : real;
            }
        };
    }

    private static UnaryOperator<World> proving(Truth truth) {
        return world -> new Relay(world) {
            @Override
            public Observation prove(Hit hit, Undo undo) {
                return new Observation(truth, "", "");
            }
        };
    }

    private static UnaryOperator<World> stoppedAfter(Duration time) {
        return world -> new Relay(world) {
            @Override
            public boolean stopAsked() {
                return now().compareTo(time) >= 0;
            }
        };
    }
}
