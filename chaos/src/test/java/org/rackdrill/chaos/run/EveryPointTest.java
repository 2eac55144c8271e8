package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;

/** One drill with three faults that overlap, disturbed at every single call that the process makes. */
@Tag("simulates")
class EveryPointTest {
    private static final Drill DRILL = Scenario.drill(
            Scenario.steady(),
            List.of(
                    new Step("dark", at(20), Scenario.breaks(new Fault.NodePowerLoss(), "node1", seconds(90)), 1),
                    new Step("hang", at(40), Scenario.breaks(new Fault.NodeHang(), "node2", seconds(40)), 2),
                    new Step(
                            "again",
                            new When.After("hang", seconds(5)),
                            new Act.Break<>(
                                    new Fault.NodeReboot(), new Aim.Named<>(Scenario.node("node2")), Optional.empty()),
                            3)),
            List.of(),
            List.of(),
            new BlastRadius(List.of(), Optional.of(2)),
            Set.of(),
            Duration.ofMinutes(5));

    private static final Trial.Result UNDISTURBED = Trial.of(Adversity.NONE, DRILL);

    @Test
    void undisturbedItPasses() {
        assertThat(UNDISTURBED.violations()).isEmpty();
        assertThat(UNDISTURBED.ends()).containsExactly(Status.PASSED);
    }

    @Test
    void aKilledProcessLeavesNothing() {
        everywhere(UNDISTURBED.calls(), call -> Adversity.NONE.killedAt(call, false));
    }

    @Test
    void aPowerCutLeavesNothing() {
        everywhere(UNDISTURBED.calls(), call -> Adversity.NONE.killedAt(call, true));
    }

    @Test
    void aProcessThatStoodStillBreaksNothingMore() {
        everywhere(UNDISTURBED.calls(), call -> Adversity.NONE.stoppedAt(call));
    }

    @Test
    void aDiskThatFailsStopsNoUndo() {
        for (boolean forEver : new boolean[] {false, true}) {
            for (boolean done : new boolean[] {false, true}) {
                everywhere(UNDISTURBED.diskCalls(), call -> Adversity.NONE.diskFailsAt(call, forEver, done));
            }
        }
    }

    private static void everywhere(int calls, IntFunction<Adversity> adversity) {
        assertThat(calls).isGreaterThan(60);
        List<String> broken = new ArrayList<>();
        for (int call = 1; call <= calls; call++) {
            Trial.Result result = Trial.of(adversity.apply(call), DRILL);
            if (!result.violations().isEmpty()) {
                broken.add("call " + call + ": " + result.violations());
            }
        }
        assertThat(broken).isEmpty();
    }

    private static When at(long seconds) {
        return new When.At(seconds(seconds));
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }
}
