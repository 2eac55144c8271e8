package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogHistogramTest {

    @Test
    void knowsQuantilesToOnePercent() {
        SplittableRandom random = new SplittableRandom(1);
        LogHistogram histogram = new LogHistogram();
        double[] values = new double[10_000];
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(3 * random.nextGaussian());
            histogram.add(values[i]);
        }
        Arrays.sort(values);
        for (double share : new double[] {0.01, 0.5, 0.95, 0.99}) {
            double exact = values[(int) (share * values.length)];
            assertThat(histogram.quantile(share)).isCloseTo(exact, withinPercentage(3));
        }
    }

    @Test
    void addsUpFromParts() {
        LogHistogram whole = new LogHistogram();
        LogHistogram left = new LogHistogram();
        LogHistogram right = new LogHistogram();
        for (int i = 0; i < 1000; i++) {
            whole.add(i / 7.0);
            (i % 3 == 0 ? left : right).add(i / 7.0);
        }
        left.add(right);
        assertThat(left.quantile(0.7)).isEqualTo(whole.quantile(0.7));
        assertThat(left.count()).isEqualTo(1000);
    }

    @Test
    void saysZeroWhereMostAreZero() {
        LogHistogram histogram = new LogHistogram();
        for (int i = 0; i < 10; i++) {
            histogram.add(i < 8 ? 0 : 5);
        }
        assertThat(histogram.quantile(0.5)).isZero();
        assertThat(histogram.quantile(0.95)).isCloseTo(5, withinPercentage(3));
    }
}
