package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;

class PlanTest {
    private final Bench bench = new Bench();

    @Test
    void aSavedPlanReadsBackAndRuns() throws Unreadable {
        Prediction.Foreseen foreseen =
                Prediction.Foreseen.of("before: up: node1", 90, 8, 2, List.of(Duration.ofSeconds(3)));
        Prediction prediction = new Prediction("sha256:lab", 7, 120, 100, List.of(foreseen));
        Plan plan = new Planner(bench.world()).plan(Bench.drill(), "r").with(prediction);
        Plan saved = Planner.read(Planner.file(plan));
        assertThat(saved).isEqualTo(plan.asSaved());
        assertThat(Planner.hash(saved)).isEqualTo(Planner.hash(plan)).startsWith("sha256:");
        assertThat(new Runner(bench.world(), bench.disk, Terms.USUAL).run(saved).status())
                .isEqualTo(Status.PASSED);
    }

    @Test
    void aPlanOfAnotherFormatIsNotRead() {
        String other = new String(
                        Planner.file(new Planner(bench.world()).plan(Bench.drill(), "r")), StandardCharsets.UTF_8)
                .replace("\"format\":\"1.0\"", "\"format\":\"2.0\"");
        assertThatThrownBy(() -> Planner.read(other.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining("format 2.0");
        assertThatThrownBy(() -> Planner.read(new byte[] {'{'})).isInstanceOf(Unreadable.class);
    }

    @Test
    void aSavedPlanIsRefusedWhenTheDayOrTheLabHasChanged() {
        Plan saved = new Planner(bench.world()).plan(Bench.drill(), "r").asSaved();
        World tomorrow = new Relay(bench.world()) {
            @Override
            public LocalDateTime date() {
                return world.date().plusDays(1);
            }
        };
        World otherLab = new Relay(bench.world()) {
            @Override
            public String labHash() {
                return "sha256:other";
            }
        };
        assertThat(new Runner(tomorrow, bench.disk, Terms.USUAL).run(saved))
                .returns(Status.REFUSED, Outcome::status)
                .satisfies(outcome -> assertThat(outcome.why()).contains("2026-01-02"));
        Plan other = new Planner(bench.world()).plan(Bench.drill(), "r2").asSaved();
        assertThat(new Runner(otherLab, bench.disk, Terms.USUAL).run(other))
                .returns(Status.REFUSED, Outcome::status)
                .satisfies(outcome -> assertThat(outcome.why()).contains("lab has changed"));
        assertThat(bench.sent()).isEmpty();
    }

    @Test
    void aSavedPlanIsRefusedWhenItWouldHitSomethingElse() {
        Drill drill = Scenario.drill(
                Scenario.steady(),
                List.of(new Step(
                        "master",
                        new When.At(Duration.ofMinutes(1)),
                        new Act.Break<>(
                                new Fault.NodePowerLoss(), new Aim.Master("pve"), Optional.of(Duration.ofMinutes(1))),
                        1)),
                List.of(),
                List.of(),
                BlastRadius.AS_AIMED,
                Set.of(),
                Duration.ofMinutes(4));
        Plan saved = new Planner(master("node1")).plan(drill, "r").asSaved();
        Outcome refused = new Runner(master("node2"), bench.disk, Terms.USUAL).run(saved);
        assertThat(refused.status()).isEqualTo(Status.REFUSED);
        assertThat(refused.why()).contains("node1", "node2");
        // A plan that was made just now follows what it aims at.
        Plan fresh = new Planner(master("node1")).plan(drill, "r2");
        assertThat(new Runner(master("node2"), bench.disk, Terms.USUAL)
                        .run(fresh)
                        .status())
                .isEqualTo(Status.PASSED);
        assertThat(bench.sent()).containsExactly("r2/master/1");
    }

    @Test
    void aDryRunLooksAndTouchesNothing() {
        Planner.DryRun dry = new Planner(bench.world()).dryRun(Bench.drill(), "r");
        assertThat(dry.looks()).hasSize(3);
        assertThat(dry.plan().hits())
                .hasSize(2)
                .allSatisfy(planned ->
                        assertThat(planned.examined().undo().before()).containsEntry("was", "good"));
        assertThat(bench.sent()).isEmpty();
        assertThat(bench.journals()).isEmpty();
    }

    @Test
    void luckIsTheSeeds() {
        Aim.Any<org.rackdrill.chaos.fault.Target.Node> any = new Aim.Any<>(
                "any", 2, Scenario.NODES.stream().map(Scenario::node).toList());
        Step step = new Step(
                "some", new When.At(Duration.ZERO), new Act.Break<>(new Fault.NodeHang(), any, Optional.empty()), 1);
        Drill drill = Scenario.drill(
                List.of(), List.of(step), List.of(), List.of(), BlastRadius.AS_AIMED, Set.of(), Duration.ofMinutes(1));
        Found found = new Targets(drill, bench.world()).of(step);
        assertThat(found.targets()).hasSize(2).doesNotHaveDuplicates();
        assertThat(new Targets(drill, bench.world()).of(step)).isEqualTo(found);
    }

    @Test
    void threeDaysTakeAMoment() {
        Drill drill = Scenario.drill(
                Scenario.steady(),
                List.of(new Step(
                        "long",
                        new When.At(Duration.ofHours(1)),
                        Scenario.breaks(new Fault.NodePowerLoss(), "node1", Duration.ofHours(60)),
                        1)),
                List.of(),
                List.of(),
                BlastRadius.AS_AIMED,
                Set.of(),
                Duration.ofDays(3));
        Outcome outcome = bench.run("r", drill, world -> world);
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        assertThat(bench.hosts.now()).isGreaterThan(Duration.ofDays(3));
        assertThat(bench.disk.bytes("r.journal").length).isLessThan(20_000);
    }

    @Test
    void aWorldThatIsQuietForEverIsHardlyAsked() {
        List<Probe> asked = new ArrayList<>();
        Outcome outcome = bench.run("r", Bench.drill(), world -> new Relay(world) {
            @Override
            public Observation observe(Probe probe) {
                asked.add(probe);
                return new Observation(Truth.TRUE, "", "");
            }

            @Override
            public Duration quietUntil() {
                return Duration.ofSeconds(Long.MAX_VALUE);
            }
        });
        assertThat(outcome.status()).isEqualTo(Status.PASSED);
        // Before, at the start, around the two steps with their leases and their ends, at the end and after.
        assertThat(asked).hasSizeLessThan(3 * 20);
    }

    private World master(String node) {
        return new Relay(bench.world()) {
            @Override
            public Found find(Aim<?> aim) {
                return Found.of(List.of(Scenario.node(node)));
            }
        };
    }
}
