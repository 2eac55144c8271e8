package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** What is learned of lognormal durations. */
class DurationsTest {

    private static final Durations BEFORE = Durations.of(60, 1, 0.5, 2, 6);

    @Test
    void aRangeIsTheBeliefItStandsForWhenScatterIsWellKnown() {
        Durations sure = Durations.of(60, 1, 0.5, 2, 1e6);

        assertThat(sure.median()).isCloseTo(60, within(1e-9));
        assertThat(sure.sigma()).isCloseTo(1, within(1e-9));
        assertThat(sure.factor(0.05)).isCloseTo(0.5, within(1e-4));
        assertThat(sure.factor(0.95)).isCloseTo(2, within(1e-4));
    }

    @Test
    void durationsMoveTheMedianAsAMeanOfLogarithmsWouldMove() {
        // Worth (1 / (ln 2 / 1.645))^2 = 5.63 durations of 60.
        Durations after = BEFORE.seen(20).seen(20);

        assertThat(after.median())
                .isCloseTo(Math.exp((5.6315 * Math.log(60) + 2 * Math.log(20)) / 7.6315), within(0.01));
        assertThat(after).isNotEqualTo(BEFORE.seen(20));
    }

    @Test
    void theOrderInWhichTheyCameDoesNotMatter() {
        Durations one = BEFORE.seen(5).seen(100).seen(30);
        Durations other = BEFORE.seen(30).seen(5).seen(100);

        assertThat(one.median()).isCloseTo(other.median(), within(1e-9));
        assertThat(one.sigma()).isCloseTo(other.sigma(), within(1e-9));
    }

    @Test
    void manyDurationsTellTheirOwnMedianAndScatter() {
        SplittableRandom random = new SplittableRandom(7);
        NormalDistribution normal = NormalDistribution.of(Math.log(10), 0.4);
        Durations after = BEFORE;
        for (int i = 0; i < 5000; i++) {
            after = after.seen(Math.exp(normal.inverseCumulativeProbability(random.nextDouble())));
        }

        assertThat(after.median()).isCloseTo(10, within(0.15));
        assertThat(after.sigma()).isCloseTo(0.4, within(0.02));
        assertThat(after.factor(0.95)).isLessThan(1.02);
    }
}
