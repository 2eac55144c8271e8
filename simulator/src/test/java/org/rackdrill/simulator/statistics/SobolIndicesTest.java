package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.statistics.SobolIndices.Effect;

/** Against functions of which the indices are known. */
class SobolIndicesTest {

    private static final int DRAWS = 200;

    private static double[][] scores(SplittableRandom random, int inputs) {
        double[][] scores = new double[DRAWS][inputs];
        for (double[] row : scores) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return scores;
    }

    private static Effect of(int input, List<Effect> effects) {
        return effects.stream().filter(it -> it.input() == input).findFirst().orElse(new Effect(input, 0, 0, 0));
    }

    /** The mean over many samples of draws, so that what is tested is the estimator and not one sample's luck. */
    private static double[][] mean(int inputs, double noise, ToDoubleFunction<double[]> function) {
        int samples = 40;
        double[][] mean = new double[inputs][2];
        for (int s = 0; s < samples; s++) {
            SplittableRandom random = new SplittableRandom(s);
            double[][] scores = scores(random, inputs);
            Moments explained = new Moments();
            double[] results = new double[DRAWS];
            for (int d = 0; d < DRAWS; d++) {
                double truth = function.applyAsDouble(scores[d]);
                explained.add(truth);
                results[d] = truth + noise * random.nextGaussian();
            }
            List<Effect> effects = SobolIndices.of(scores, results, explained.variance());
            for (int i = 0; i < inputs; i++) {
                mean[i][0] += of(i, effects).first() / samples;
                mean[i][1] += of(i, effects).total() / samples;
            }
        }
        return mean;
    }

    @Test
    void aSumHasNoEffectsTogether() {
        // Variances 4, 1 and 0.
        double[][] found = mean(3, 0, row -> 2 * row[0] + row[1]);

        assertThat(found[0][0]).isCloseTo(0.8, within(0.02));
        assertThat(found[0][1]).isCloseTo(0.8, within(0.02));
        assertThat(found[1][0]).isCloseTo(0.2, within(0.02));
        assertThat(found[2][1]).isLessThan(0.005);
    }

    @Test
    void aProductOfNormalNumbersIsEffectTogetherAndNothingElse() {
        // y = a + a b: variances 1 by a alone, 1 by both.
        double[][] found = mean(2, 0, row -> row[0] + row[0] * row[1]);

        assertThat(found[0][0]).isCloseTo(0.5, within(0.07));
        assertThat(found[0][1]).isCloseTo(1, within(0.07));
        assertThat(found[1][0]).isLessThan(0.04);
        assertThat(found[1][1]).isCloseTo(0.5, within(0.07));
    }

    /** A polynomial of second order misses a little of what three do together. */
    @Test
    void aProductOfLognormalFactorsIsFoundThroughLuck() {
        // Downtime is rate times repair time: S_i and ST_i follow from the variances of lognormal numbers.
        double[] sigma = {0.5, 0.4, 0.2};
        double all = Math.expm1(Arrays.stream(sigma).map(it -> it * it).sum());
        double deviation = Math.sqrt((1 + all) * all);
        double[][] found =
                mean(5, 0.5 * deviation, row -> Math.exp(sigma[0] * row[0] + sigma[1] * row[1] + sigma[2] * row[2]));

        for (int i = 0; i < sigma.length; i++) {
            double first = Math.expm1(sigma[i] * sigma[i]) / all;
            double total = -Math.expm1(-sigma[i] * sigma[i]) * (1 + all) / all;
            assertThat(found[i][0]).as("first order of %d", i).isCloseTo(first, within(0.05));
            assertThat(found[i][1]).as("total of %d", i).isCloseTo(total, within(0.07));
        }
        assertThat(found[4][1]).as("an input that does nothing").isLessThan(0.05);
    }

    @Test
    void theErrorThatItStatesIsAboutItsOwn() {
        int samples = 100;
        Moments found = new Moments();
        Moments stated = new Moments();
        for (int s = 0; s < samples; s++) {
            SplittableRandom random = new SplittableRandom(1000 + s);
            double[][] scores = scores(random, 4);
            double[] results = Arrays.stream(scores)
                    .mapToDouble(row -> row[0] + row[1] + random.nextGaussian())
                    .toArray();
            Effect effect = of(0, SobolIndices.of(scores, results, 2));
            found.add(effect.first());
            stated.add(effect.error());
        }
        assertThat(stated.mean()).isBetween(0.5 * Math.sqrt(found.variance()), 2 * Math.sqrt(found.variance()));
    }

    @Test
    void oneDrawOrNoInputSaysNothing() {
        assertThat(SobolIndices.of(new double[][] {{1}}, new double[] {1}, 1)).isEmpty();
        assertThat(SobolIndices.of(new double[][] {{}, {}, {}}, new double[] {1, 2, 3}, 1))
                .isEmpty();
    }
}
