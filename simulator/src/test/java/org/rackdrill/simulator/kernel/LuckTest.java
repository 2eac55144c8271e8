package org.rackdrill.simulator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LuckTest {

    private static final long[] NAMES = {Luck.nameOf("node1 crash"), Luck.nameOf("node2 crash")};

    @Test
    void givesAComponentTheSameLuckInEveryLab() {
        Luck alone = new Luck(new long[] {NAMES[1]});
        Luck together = new Luck(NAMES);
        alone.begin(1, 7);
        together.begin(1, 7);
        together.of(0).exponential();
        together.of(0).exponential();
        assertThat(together.of(1).exponential()).isEqualTo(alone.of(0).exponential());
    }

    @Test
    void givesEachHistoryAndSeedItsOwnLuck() {
        Luck luck = new Luck(NAMES);
        luck.begin(1, 1);
        double first = luck.of(0).nextDouble();
        luck.begin(1, 2);
        double second = luck.of(0).nextDouble();
        luck.begin(2, 1);
        double third = luck.of(0).nextDouble();
        assertThat(first).isNotEqualTo(second).isNotEqualTo(third);
        luck.begin(1, 1);
        assertThat(luck.of(0).nextDouble()).isEqualTo(first);
    }

    @Test
    void drawsExponentialsWithMeanOneAcrossHistories() {
        Luck luck = new Luck(NAMES);
        int count = 200_000;
        double sum = 0;
        double product = 0;
        for (int i = 0; i < count; i++) {
            luck.begin(3, i);
            double a = luck.of(0).exponential();
            double b = luck.of(1).exponential();
            sum += a;
            product += (a - 1) * (b - 1);
        }
        assertThat(sum / count).isCloseTo(1, within(4 / Math.sqrt(count)));
        assertThat(product / count)
                .as("streams of one history do not know each other")
                .isCloseTo(0, within(4 / Math.sqrt(count)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.9, 1, 2.5, 40})
    void drawsGammasAsTheyAreDistributed(double shape) {
        Luck luck = new Luck(NAMES);
        luck.begin(5, 0);
        luck.of(0);
        GammaDistribution exact = GammaDistribution.of(shape, 1);
        int count = 200_000;
        double sum = 0;
        int[] below = new int[9];
        for (int i = 0; i < count; i++) {
            double drawn = luck.gamma(shape);
            sum += drawn;
            double place = exact.cumulativeProbability(drawn);
            for (int tenth = 1; tenth <= 9; tenth++) {
                below[tenth - 1] += place < tenth / 10.0 ? 1 : 0;
            }
        }
        assertThat(sum / count).isCloseTo(shape, within(4 * Math.sqrt(shape / count)));
        for (int tenth = 1; tenth <= 9; tenth++) {
            assertThat(below[tenth - 1] / (double) count).isCloseTo(tenth / 10.0, within(2 / Math.sqrt(count)));
        }
    }
}
