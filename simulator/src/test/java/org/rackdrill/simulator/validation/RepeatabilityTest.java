package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;

/** The seed alone decides what comes out, and labs that are compared share their luck. */
class RepeatabilityTest {

    /** So coarse that the fewest histories are enough. */
    private static final double COARSE = 10;

    private static final Duration ONE_YEAR = Duration.ofDays(365);

    @Test
    void theAnswerDoesNotDependOnTheNumberOfThreads() {
        Results alone = Simulation.run(v1(1, 1), Progress.SILENT);

        assertThat(Simulation.run(v1(1, 2), Progress.SILENT)).isEqualTo(alone).hasToString(alone.toString());
        assertThat(Simulation.run(v1(1, 3), Progress.SILENT)).isEqualTo(alone).hasToString(alone.toString());
    }

    @Test
    void theSameSeedGivesTheSameAnswerAgain() {
        assertThat(Simulation.run(v1(2, 2), Progress.SILENT)).isEqualTo(Simulation.run(v1(2, 2), Progress.SILENT));
    }

    @Test
    void anotherSeedGivesAnotherAnswer() {
        List<Results.Service> one = Simulation.run(v1(1, 2), Progress.SILENT).services();
        List<Results.Service> other = Simulation.run(v1(2, 2), Progress.SILENT).services();

        for (int i = 0; i < one.size(); i++) {
            assertThat(other.get(i).name()).isEqualTo(one.get(i).name());
            assertThat(other.get(i).availability()).isNotEqualTo(one.get(i).availability());
        }
    }

    @Test
    void aLabComparedWithItselfDiffersByNothingAtAll() {
        assertThat(Simulation.compare(List.of(v1(1, 2), v1(1, 2)), Progress.SILENT)
                        .differences())
                .isNotEmpty()
                .allSatisfy(it -> assertThat(it.hoursPerYear()).isEqualTo(new Results.Gain(0, 0, 0)));
    }

    @ParameterizedTest
    @CsvSource({"v1-stretched, 100", "v1-ceph, 2"})
    void sharedLuckShowsADifferenceSooner(String other, double atLeast, TestReporter reporter) {
        Comparison comparison =
                Simulation.compare(List.of(question("v1", 1, 1, 2), question(other, 1, 1, 2)), Progress.SILENT);

        for (Comparison.Difference difference : comparison.differences()) {
            Results.Gain paired = difference.hoursPerYear();
            double together = (paired.high() - paired.low()) / 2;
            double apart = Exact.YEAR
                    * Math.hypot(
                            error(comparison.labs().get(0), difference.service()),
                            error(comparison.labs().get(1), difference.service()));
            double factor = Math.pow(apart / together, 2);
            reporter.publishEntry(other + ", variance saved for " + difference.service(), "%.1f".formatted(factor));
            assertThat(factor).as(difference.service()).isGreaterThan(atLeast);
        }
    }

    private static double error(Results results, String service) {
        return results.services().stream()
                .filter(it -> it.name().equals(service))
                .findFirst()
                .orElseThrow()
                .availability()
                .simulationError();
    }

    private static Question v1(long seed, int threads) {
        return question("v1", seed, 10, threads);
    }

    private static Question question(String lab, long seed, int draws, int threads) {
        return new Question(
                Study.of(lab).read(), lab, "", COARSE, draws, Optional.of(ONE_YEAR), seed, threads, "validation");
    }
}
