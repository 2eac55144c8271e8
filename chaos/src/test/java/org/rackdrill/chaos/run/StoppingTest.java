package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;

/** What ends a drill, how soon, and in which order it is undone. */
class StoppingTest {
    private static final Probe GUARDED = new Probe.Redundant(Scenario.node("node3"));

    private final Bench bench = new Bench();

    @Test
    void aStopBetweenTwoHitsOfAStepPreventsTheSecond() {
        List<Target.Node> nodes = Scenario.NODES.stream().map(Scenario::node).toList();
        Act.Break<?> act = new Act.Break<>(
                new Fault.ClockSkew(Duration.ofMinutes(1)), new Aim.Every<>("all", nodes), Optional.empty());
        Drill drill = Bench.of(List.of(at(0, act)), List.of(), Set.of(Danger.LAST_REDUNDANCY));
        assertThat(bench.run("all", drill, world -> world).status()).isEqualTo(Status.PASSED);
        assertThat(bench.sent()).hasSize(3);
        bench.sent().clear();
        Outcome outcome = bench.run("r", drill, world -> new Relay(world) {
            @Override
            public boolean stopAsked() {
                return !bench.sent().isEmpty();
            }
        });
        assertThat(outcome.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(bench.sent()).containsExactly("r/step/1");
    }

    @Test
    void anOperationNeedsARecordThatLasts() {
        Act act = new Act.Perform<>(
                new Operation.MaintenanceOn(), new Aim.Named<>(Scenario.node("node1")), Optional.empty());
        List<Integer> tooEarly = new ArrayList<>();
        for (int call = 1; call < 30; call++) {
            int failing = call;
            Bench fresh = new Bench();
            fresh.disk.failWhen(now -> now == failing, false);
            Outcome unused =
                    fresh.run("r", Bench.of(List.of(at(0, act)), List.of(), Set.of()), world -> new Relay(world) {
                        @Override
                        public Answer perform(String key, Operation<?> operation, Target target) {
                            byte[] sure = fresh.disk.sureBytes("r.journal");
                            if (!new String(sure, StandardCharsets.UTF_8).contains("{\"is\":\"Started\"")) {
                                tooEarly.add(failing);
                            }
                            return world.perform(key, operation, target);
                        }
                    });
        }
        assertThat(tooEarly).isEmpty();
    }

    @Test
    void aGuardrailIsHeardBeforeTheFirstFault() {
        Act.Break<?> act = Scenario.breaks(new Fault.NodePowerLoss(), "node1", Duration.ofMinutes(1));
        Outcome outcome = guarded(at(0, act), Duration.ZERO, round -> Truth.FALSE);
        assertThat(outcome.status()).isEqualTo(Status.GUARDRAIL);
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void aGuardrailWithoutPatienceFiresWhenASingleLookCannotSee() {
        Outcome outcome = guarded(late(), Duration.ZERO, round -> round == 3 ? Truth.UNKNOWN : Truth.TRUE);
        assertThat(outcome.status()).isEqualTo(Status.GUARDRAIL);
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void aGuardrailThatNobodyCanSeeFiresAfterItsPatience() {
        Outcome outcome = guarded(late(), Duration.ofMinutes(1), round -> Truth.UNKNOWN);
        assertThat(outcome.status()).isEqualTo(Status.GUARDRAIL);
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void aGuardrailThatIsUnknownInBetweenIsNotGood() {
        Outcome outcome = guarded(late(), Duration.ofMinutes(1), round -> round % 2 == 0 ? Truth.FALSE : Truth.UNKNOWN);
        assertThat(outcome.status()).isEqualTo(Status.GUARDRAIL);
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void aGuardrailThatIsGoodInBetweenDoesNotFire() {
        Outcome outcome = guarded(late(), Duration.ofMinutes(1), round -> round % 2 == 0 ? Truth.FALSE : Truth.TRUE);
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void aFaultThatItsTargetLosesJustBeforeItsEndFailsTheStep() {
        Outcome outcome = bench.run("r", Bench.drill(), world -> new Relay(world) {
            private Duration started = Duration.ZERO;

            @Override
            public Examined examine(Hit hit) {
                started = now();
                return world.examine(hit);
            }

            @Override
            public Answer extend(Hit hit, Duration lease) {
                // Only the last look, when the minute of the fault is over, could tell.
                return now().compareTo(started.plus(Duration.ofMinutes(1))) < 0
                        ? world.extend(hit, lease)
                        : Answer.refused("the timer has fired");
            }
        });
        assertThat(outcome.status()).isEqualTo(Status.STEP_FAILED);
        assertThat(outcome.why()).contains("the timer has fired");
    }

    @Test
    void whatWasBrokenLastIsUndoneFirst() {
        List<String> undone = new ArrayList<>();
        Outcome outcome = bench.run("r", Bench.overlapping(), world -> new Relay(world) {
            @Override
            public boolean stopAsked() {
                return now().compareTo(Duration.ofMinutes(1)) >= 0;
            }

            @Override
            public Answer undo(Hit hit, Undo undo) {
                undone.add(hit.target().text());
                return world.undo(hit, undo);
            }
        });
        assertThat(outcome.status()).isEqualTo(Status.INTERRUPTED);
        assertThat(undone).containsExactly("node3", "node2", "node1");
    }

    @Test
    void aTimerThatWasPerhapsWoundUpIsWaitedForToItsEnd() {
        Outcome outcome = bench.run("r", Bench.drill(), world -> new Relay(world) {
            @Override
            public Answer extend(Hit hit, Duration lease) {
                Answer lost = world.extend(hit, lease);
                return lost.done() ? Answer.unknown("the answer was lost") : lost;
            }

            @Override
            public Answer undo(Hit hit, Undo undo) {
                return Answer.refused("no");
            }
        });
        assertThat(bench.hosts.brokenHits()).isEmpty();
        assertThat(outcome.exitCode()).as(outcome.why()).isNotEqualTo(3);
    }

    private Outcome guarded(Step step, Duration patience, Function<Integer, Truth> truth) {
        Drill drill = Bench.of(List.of(step), List.of(new Guardrail(GUARDED, patience)), Set.of());
        return bench.run("r", drill, world -> new Relay(world) {
            private int rounds;

            @Override
            public Observation observe(Probe probe) {
                return probe.equals(GUARDED) ? new Observation(truth.apply(rounds++), "", "") : world.observe(probe);
            }
        });
    }

    private static Step late() {
        return at(180, Scenario.breaks(new Fault.NodePowerLoss(), "node1", Duration.ofMinutes(1)));
    }

    private static Step at(long seconds, Act act) {
        return new Step("step", new When.At(Duration.ofSeconds(seconds)), act, 1);
    }
}
