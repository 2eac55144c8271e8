package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Undo;

/** To ask what a hit would do is dear, and an old answer is dangerous. */
class ExaminationsTest {
    private final Bench bench = new Bench();
    private final List<String> asked = new ArrayList<>();

    @Test
    void aMomentIsAskedOnce() {
        Outcome outcome =
                new Runner(timeless(), bench.disk, Terms.USUAL).run(new Planner(timeless()).plan(drill("node1"), "r"));
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        // Once by the planner, and once by the run, which checks the plan and breaks the node at the same moment.
        assertThat(asked).containsExactly("r/step/1", "r/step/1");
    }

    @Test
    void theSecondHitOfAMomentIsExaminedAfterTheFirst() {
        Outcome outcome = new Runner(timeless(), bench.disk, Terms.USUAL)
                .run(new Planner(timeless()).plan(drill("node1", "node2"), "r"));
        assertThat(outcome.status()).isEqualTo(Status.STEP_FAILED);
        assertThat(outcome.why()).contains("node2", "last-redundancy");
        assertThat(bench.sent()).containsExactly("r/step/1");
    }

    private static Drill drill(String... nodes) {
        Act act = new Act.Break<>(
                new Fault.NodePowerLoss(),
                new Aim.Every<>(
                        "all", List.of(nodes).stream().map(Scenario::node).toList()),
                Optional.of(Duration.ofMinutes(1)));
        return Bench.of(List.of(new Step("step", new When.At(Duration.ZERO), act, 1)), List.of(), Set.of());
    }

    /** A world that answers at once, and where two broken nodes are too many. */
    private World timeless() {
        return new Relay(bench.world()) {
            @Override
            public Examined examine(Hit hit) {
                asked.add(hit.key());
                Set<Danger> dangers =
                        bench.hosts.brokenHits().isEmpty() ? Set.of() : EnumSet.of(Danger.LAST_REDUNDANCY);
                Undo undo = new Undo(hit.fault().undo(), hit.target(), Map.of());
                return new Examined("", dangers, List.of(), undo, Duration.ofSeconds(20));
            }

            @Override
            public Answer arm(Hit hit, Undo undo, Duration lease) {
                return bench.hosts.arm(hit.target().text(), hit, lease);
            }

            @Override
            public Answer inject(Hit hit) {
                bench.sent().add(hit.key());
                return bench.hosts.inject(hit.target().text(), hit);
            }

            @Override
            public Observation observe(Probe probe) {
                return new Observation(Truth.TRUE, "", "");
            }
        };
    }
}
