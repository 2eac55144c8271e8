package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Extra;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;

/** The seed alone decides what comes out, and labs that are compared share their luck. */
@Tag("simulates")
class RepeatabilityTest {

    /** So coarse that the fewest histories are enough. */
    private static final double COARSE = 10;

    /** Long enough for a typical and a bad year, which are part of the answer. */
    private static final Duration ONE_YEAR = Duration.ofDays(365);

    private static final Set<Extra> EVERYTHING = EnumSet.allOf(Extra.class);

    private static final String SERVICE = "jellyfin";

    private static final Duration ONE_QUARTER = Duration.ofDays(91);

    @Test
    void theAnswerDoesNotDependOnTheNumberOfThreads() {
        Results alone = Simulation.run(v1(ONE_YEAR, 1, 1).with(EVERYTHING), Progress.SILENT);

        assertThat(Simulation.run(v1(ONE_YEAR, 1, 2).with(EVERYTHING), Progress.SILENT))
                .isEqualTo(alone)
                .hasToString(alone.toString());
        assertThat(Simulation.run(v1(ONE_YEAR, 1, 3).with(EVERYTHING), Progress.SILENT))
                .isEqualTo(alone)
                .hasToString(alone.toString());
    }

    @Test
    void norDoesThatOfManyPartsWhichShareAClock() {
        Results alone = Simulation.run(machineRepair(1), Progress.SILENT);

        assertThat(alone.services().get(0).availability().mean()).isLessThan(1);
        assertThat(Simulation.run(machineRepair(2), Progress.SILENT))
                .isEqualTo(alone)
                .hasToString(alone.toString());
        assertThat(Simulation.run(machineRepair(3), Progress.SILENT))
                .isEqualTo(alone)
                .hasToString(alone.toString());
    }

    @Test
    void theSameSeedGivesTheSameAnswerAgain() {
        assertThat(Simulation.run(v1(ONE_QUARTER, 2, 2), Progress.SILENT))
                .isEqualTo(Simulation.run(v1(ONE_QUARTER, 2, 2), Progress.SILENT));
    }

    @Test
    void anotherSeedGivesAnotherAnswer() {
        List<Results.Service> one =
                Simulation.run(v1(ONE_QUARTER, 1, 2), Progress.SILENT).services();
        List<Results.Service> other =
                Simulation.run(v1(ONE_QUARTER, 2, 2), Progress.SILENT).services();

        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).name()).isEqualTo(one.get(i).name());
            assertThat(other.get(i).availability()).isNotEqualTo(one.get(i).availability());
        }
    }

    @Test
    void aLabComparedWithItselfDiffersByNothingAtAll() {
        assertThat(Simulation.compare(List.of(v1(ONE_QUARTER, 1, 2), v1(ONE_QUARTER, 1, 2)), Progress.SILENT)
                        .differences())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.hoursPerYear()).isEqualTo(new Results.Gain(0, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"v1-stretched, 100", "v1-ceph, 1.5"})
    void sharedLuckShowsADifferenceSooner(String other, double atLeast, TestReporter reporter) {
        Comparison comparison = Simulation.compare(
                List.of(question("v1", ONE_QUARTER, 1, 1, 2), question(other, ONE_QUARTER, 1, 1, 2)), Progress.SILENT);

        Results.Gain paired = comparison.differences().stream()
                .filter(it -> it.service().equals(SERVICE))
                .findFirst()
                .orElseThrow()
                .hoursPerYear();
        double together = (paired.high() - paired.low()) / 2;
        double apart = Exact.YEAR
                * Math.hypot(
                        error(comparison.labs().get(0)), error(comparison.labs().get(1)));
        double factor = Math.pow(apart / together, 2);
        reporter.publishEntry("variance apart over variance together, " + other, "%.1f".formatted(factor));
        assertThat(factor).isGreaterThan(atLeast);
    }

    private static double error(Results results) {
        return results.services().stream()
                .filter(it -> it.name().equals(SERVICE))
                .findFirst()
                .orElseThrow()
                .availability()
                .simulationError();
    }

    private static Question machineRepair(int threads) {
        return new Question(
                MachineRepair.lab(),
                "machine-repair",
                "",
                COARSE,
                1,
                Optional.of(ONE_YEAR),
                1,
                threads,
                "validation",
                EVERYTHING);
    }

    private static Question v1(Duration horizon, long seed, int threads) {
        return question("v1", horizon, seed, 10, threads);
    }

    private static Question question(String lab, Duration horizon, long seed, int draws, int threads) {
        return new Question(
                Study.of(lab).read(),
                lab,
                "",
                COARSE,
                draws,
                Optional.of(horizon),
                seed,
                threads,
                "validation",
                Set.of());
    }
}
