package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.journal.SimulatedDisk;

/** Many runs of a drill in worlds that differ in their luck. */
class ForecastTest {
    private static final int RUNS = 120;

    /** Node 2 is hit in its second step; whether it is up in time depends on how it crashes beside that. */
    private static final Drill DRILL = Bench.drill(
            List.of(new Steady(Scenario.up("node3"), Optional.of(Duration.ofSeconds(30)))),
            List.of(
                    new Expectation.Recovers(Scenario.node("node1"), Duration.ofSeconds(75), Optional.empty()),
                    new Expectation.Recovers(Scenario.node("node1"), Duration.ofSeconds(75), Optional.of("second"))),
            List.of(),
            Set.of(),
            Optional.empty());

    @Test
    void itCountsWhatTheRunnerFindsWithAJournalOnADisk() {
        int steady = 0;
        int passed = 0;
        for (int number = 0; number < RUNS; number++) {
            World world = world(number);
            Outcome outcome =
                    new Runner(world, new SimulatedDisk(), Terms.USUAL).run(new Planner(world).plan(DRILL, "r"));
            Optional<Judgement> recovers = outcome.judgements().stream()
                    .filter(judgement -> judgement.check().startsWith("node1 recovers"))
                    .findFirst();
            steady += recovers.isPresent() ? 1 : 0;
            passed += recovers.filter(judgement -> judgement.verdict() == Verdict.PASSED)
                            .isPresent()
                    ? 1
                    : 0;
        }
        Prediction prediction = forecast(DRILL).of(7, RUNS, 1);
        assertThat(prediction.runs()).isEqualTo(RUNS);
        assertThat(prediction.seed()).isEqualTo(7);
        assertThat(prediction.labHash()).isEqualTo("sha256:lab");
        assertThat(prediction.steady()).isEqualTo(steady).isBetween(RUNS / 2, RUNS - 1);
        Prediction.Foreseen recovers = check(prediction, "node1 recovers");
        assertThat(recovers.passed()).isEqualTo(passed).isBetween(1, steady - 1);
        assertThat(recovers.passed() + recovers.failed() + recovers.unknown()).isEqualTo(steady);
        assertThat(recovers.low()).isLessThan((double) passed / steady);
        assertThat(recovers.high()).isGreaterThan((double) passed / steady);
        assertThat(recovers.took().orElseThrow().median()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(75));
    }

    @Test
    void theChecksAreThoseOfTheDrillInItsOrder() {
        assertThat(forecast(DRILL).of(7, RUNS, 2).checks())
                .extracting(Prediction.Foreseen::check)
                .containsExactly(
                        "before: up: node3",
                        "during: up: node3",
                        "node1 recovers within 75 s",
                        "node1 recovers within 75 s",
                        "after: up: node3");
    }

    @Test
    void threadsChangeNothing() {
        Prediction one = forecast(DRILL).of(7, RUNS, 1);
        assertThat(forecast(DRILL).of(7, RUNS, 2)).isEqualTo(one);
        assertThat(forecast(DRILL).of(7, RUNS, 7)).isEqualTo(one);
    }

    @Test
    void peopleAndDaysAreNoPartOfIt() {
        Calendar never = new Calendar(Optional.empty(), Optional.empty(), Set.of(), List.of(), Set.of());
        Drill bound = new Drill(
                DRILL.name(),
                DRILL.lab(),
                DRILL.why(),
                Set.of(WorldKind.LIVE),
                DRILL.seed(),
                DRILL.steady(),
                DRILL.timeline(),
                DRILL.expectations(),
                DRILL.guardrails(),
                DRILL.blastRadius(),
                DRILL.accepts(),
                Optional.of(never),
                List.of(new Approval("owner", Optional.empty())),
                DRILL.lasts());
        assertThat(forecast(bound).of(7, RUNS, 2)).isEqualTo(forecast(DRILL).of(7, RUNS, 2));
    }

    @Test
    void aBugInOneRunIsThrown() {
        Forecast forecast = new Forecast(
                DRILL,
                () -> number -> {
                    if (number == 70) {
                        throw new IllegalStateException("a bug");
                    }
                    return world(number);
                },
                Terms.USUAL);
        assertThatThrownBy(() -> forecast.of(7, RUNS, 2)).hasStackTraceContaining("a bug");
    }

    private static Prediction.Foreseen check(Prediction prediction, String start) {
        return prediction.checks().stream()
                .filter(check -> check.check().startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static Forecast forecast(Drill drill) {
        LongFunction<World> maker = ForecastTest::world;
        return new Forecast(drill, () -> maker, Terms.USUAL);
    }

    /** Hosts that crash, hang and cannot always be seen. */
    private static World world(long number) {
        Adversity adversity =
                new Adversity(0, 0.3, 0.3, 0, 0, 0.05, 0, false, 0, 0, 0, false, false, 0, false, Duration.ZERO);
        SplittableRandom luck = new SplittableRandom(number);
        Hosts hosts = new Hosts(Scenario.NODES, adversity, luck.split());
        hosts.advance(Duration.ofSeconds(luck.nextInt(2_000)));
        return new SimulatedWorld(
                hosts,
                SimulatedWorld.Looks.ARE_FREE_AND_QUIET,
                adversity,
                luck.split(),
                Integer.MAX_VALUE,
                Set.of(),
                List::of,
                () -> false,
                () -> {});
    }
}
