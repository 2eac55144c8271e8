package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.chaos.journal.Recovered;

/** What goes down beside the targets: what is refused before, and what is not held against the run afterwards. */
class RadiusTest {
    private static final Target SERVICE = new Target.Service("jellyfin");
    private static final Target OTHER = new Target.Service("immich");

    private final Bench bench = new Bench();
    private final List<Expectation> asked = new ArrayList<>();

    @Test
    void aDrillThatNamesNoRadiusIsNotHeldToOne() {
        assertThat(bench.run("r", drill(List.of(), Set.of(), List.of()), this::taking)
                        .status())
                .isEqualTo(Status.PASSED);
        Plan plan = new Planner(taking(bench.world())).plan(drill(List.of(), Set.of(), List.of()), "p");
        assertThat(plan.hits())
                .hasSize(2)
                .allSatisfy(hit -> assertThat(hit.examined().affects()).containsExactly(SERVICE));
    }

    @Test
    void aDrillThatNamesARadiusIsHeldToIt() {
        Outcome refused = bench.run("r", drill(List.of(OTHER), Set.of(), List.of()), this::taking);
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.why()).contains("beyond-radius");
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.run("wide", drill(List.of(OTHER, SERVICE), Set.of(), List.of()), this::taking)
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(bench.run("brave", drill(List.of(OTHER), EnumSet.of(Danger.BEYOND_RADIUS), List.of()), this::taking)
                        .status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void nothingElseAllowsWhatWasAimedAtNamedOrForeseen() throws Unreadable {
        Target but = new Target.HitBy("first", TargetKind.NODE);
        Drill drill = drill(List.of(OTHER), EnumSet.of(Danger.BEYOND_RADIUS), List.of(but));
        Outcome outcome = bench.run("r", drill, this::taking);
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(asked)
                .singleElement()
                .isInstanceOfSatisfying(
                        Expectation.NothingElse.class,
                        it -> assertThat(it.but())
                                .containsExactlyInAnyOrder(
                                        Scenario.node("node1"), Scenario.node("node2"), OTHER, SERVICE));
        assertThat(bench.replay("r")).isEqualTo(outcome);
        assertThat(Entries.of(Recovered.of(bench.disk.bytes("r.journal"))))
                .filteredOn(Entry.Intended.class::isInstance)
                .hasSize(2)
                .allSatisfy(
                        entry -> assertThat(((Entry.Intended) entry).affects()).containsExactly(SERVICE));
    }

    @Test
    void somethingElseFailsTheRun() {
        Outcome outcome = bench.run("r", drill(List.of(), Set.of(), List.of()), world -> new Relay(taking(world)) {
            @Override
            public Observation look(Expectation expectation, Duration since) {
                return new Observation(Truth.FALSE, "paperless went down", "");
            }
        });
        assertThat(outcome.status()).isEqualTo(Status.DEVIATED);
        assertThat(outcome.why()).contains("nothing else is affected", "paperless went down");
    }

    /** Whatever is hit takes a service along. */
    private World taking(World world) {
        return new Relay(world) {
            @Override
            public Examined examine(Hit hit) {
                Examined real = world.examine(hit);
                return new Examined("", real.dangers(), List.of(SERVICE), real.undo(), real.settles());
            }

            @Override
            public Observation look(Expectation expectation, Duration since) {
                asked.add(expectation);
                return world.look(expectation, since);
            }
        };
    }

    private static Drill drill(List<Target> touches, Set<Danger> accepts, List<Target> but) {
        Drill usual = Bench.drill(
                Scenario.steady(), List.of(new Expectation.NothingElse(but)), List.of(), accepts, Optional.empty());
        return Scenario.drill(
                usual.steady(),
                usual.timeline(),
                usual.expectations(),
                List.of(),
                new BlastRadius(touches, Optional.empty()),
                accepts,
                usual.lasts());
    }
}
