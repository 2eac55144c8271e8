package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.statistics.Belief.Seen;

/** Bayes' rule where its answer is known. */
class BeliefTest {

    private static final Belief STANDARD = Belief.of(new double[] {0, 0}, new double[][] {{1, 0}, {0, 1}});

    @Test
    void oneMeasurementOfANumberIsWeighedWithWhatWasBelieved() {
        // Believed 0 with variance 1, seen 2 with variance 1/4: the mean is 2 x 4 / 5, the variance 1 / 5.
        Response direct = Response.of(new double[] {0}, new double[][] {{1, 0}}, new double[][] {{0.25}});

        Belief after = STANDARD.given(List.of(new Seen(new double[] {2}, direct, 1)));

        assertThat(after.mean(0)).isCloseTo(1.6, within(1e-6));
        assertThat(after.deviation(0)).isCloseTo(Math.sqrt(0.2), within(1e-6));
        assertThat(after.mean(1)).isCloseTo(0, within(1e-9));
        assertThat(after.deviation(1)).isCloseTo(1, within(1e-6));
    }

    @Test
    void aSumTellsLittleOfItsParts() {
        Response sum = Response.of(new double[] {10}, new double[][] {{1, 1}}, new double[][] {{1e-4}});

        Belief after = STANDARD.given(List.of(new Seen(new double[] {12}, sum, 1)));

        assertThat(after.mean(0)).isCloseTo(1, within(1e-3));
        assertThat(after.mean(1)).isCloseTo(1, within(1e-3));
        assertThat(after.deviation(0)).isCloseTo(Math.sqrt(0.5), within(1e-3));
        assertThat(after.spread(sum)[0]).isLessThan(0.02);
    }

    @Test
    void whatIsLikeSomethingMeasuredIsKnownBetterToo() {
        Belief alike = Belief.of(new double[] {0, 0}, new double[][] {{1, 0.8}, {0.8, 1}});
        Response first = Response.of(new double[] {0}, new double[][] {{1, 0}}, new double[][] {{0.01}});

        Belief after = alike.given(List.of(new Seen(new double[] {1}, first, 1)));

        assertThat(after.mean(1)).isCloseTo(0.8 * after.mean(0), within(1e-6));
        assertThat(after.deviation(1)).isLessThan(1).isGreaterThan(after.deviation(0));
    }

    @Test
    void whatIsTrustedLessCountsLess() {
        Response direct = Response.of(new double[] {0}, new double[][] {{1, 0}}, new double[][] {{1}});

        double half =
                STANDARD.given(List.of(new Seen(new double[] {3}, direct, 0.5))).mean(0);

        assertThat(half).isCloseTo(1, within(1e-6));
        assertThat(STANDARD.given(List.of(new Seen(new double[] {3}, direct, 1)))
                        .mean(0))
                .isCloseTo(1.5, within(1e-6));
    }

    @Test
    void drawsHaveTheMeanAndTheCovarianceThatIsBelieved() {
        Belief belief = Belief.of(new double[] {1, -2}, new double[][] {{4, 1}, {1, 1}});
        double[][] draws = belief.draws(20_000, 5);
        double first = 0;
        double second = 0;
        double both = 0;
        for (double[] draw : draws) {
            first += draw[0] / draws.length;
            second += draw[1] / draws.length;
            both += (draw[0] - 1) * (draw[1] + 2) / draws.length;
        }

        assertThat(first).isCloseTo(1, within(0.06));
        assertThat(second).isCloseTo(-2, within(0.03));
        assertThat(both).isCloseTo(1, within(0.06));
        assertThat(belief.draws(3, 5)).isDeepEqualTo(belief.draws(3, 5));
    }

    @Test
    void aPlaneThroughRunsHasTheSlopesAndTheLuckThatMadeThem() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] numbers = new double[5000][3];
        double[][] things = new double[5000][2];
        for (int run = 0; run < numbers.length; run++) {
            for (int i = 0; i < 3; i++) {
                numbers[run][i] = random.nextGaussian();
            }
            double luck = random.nextGaussian();
            things[run][0] = 3 + 2 * numbers[run][0] + 0.5 * luck;
            things[run][1] = 1 - numbers[run][2] + 0.5 * luck;
        }

        Response fitted = Response.fit(numbers, things, new int[] {0, 2}, new double[] {0, 0});

        assertThat(fitted.slope(0, 0)).isCloseTo(2, within(0.03));
        assertThat(fitted.slope(0, 1)).isZero();
        assertThat(fitted.slope(1, 2)).isCloseTo(-1, within(0.03));
        assertThat(fitted.at().getEntry(0)).isCloseTo(3, within(0.03));
        assertThat(fitted.luck(0)).isCloseTo(0.5, within(0.02));
        // The same luck moves both.
        assertThat(fitted.noise().getEntry(0, 1)).isCloseTo(0.25, within(0.02));
    }

    @Test
    void whatTheNumbersHaveTakenForThemselvesIsNoLuckThatIsLeft() {
        Response direct = Response.of(new double[] {0}, new double[][] {{1, 0}}, new double[][] {{1}});
        Belief after = STANDARD.given(List.of(new Seen(new double[] {1}, direct, 1)));

        assertThat(after.free(direct)).containsExactly(new double[] {0.5}, within(1e-6));
        assertThat(after.surprise(new Seen(new double[] {1}, direct, 1)))
                .containsExactly(new double[] {0.5}, within(1e-6));
    }
}
