package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class NestedTest {

    private static Nested sample(RandomGenerator random, int draws, int perDraw, double parameters, double luck) {
        Nested nested = new Nested(draws);
        for (int d = 0; d < draws; d++) {
            double truth = 10 + parameters * random.nextGaussian();
            for (int i = 0; i < perDraw; i++) {
                nested.add(d, truth + luck * random.nextGaussian());
            }
        }
        return nested;
    }

    @Test
    void holdsTheScatterOfTheParametersAndNotThatOfLuck() {
        Nested nested = sample(new SplittableRandom(1), 400, 10, 1, 3);
        assertThat(nested.high() - nested.low()).isCloseTo(2 * 1.645, withinPercentage(15));
    }

    @Test
    void saysLittleIsOpenWhereOnlyLuckScatters() {
        Nested nested = sample(new SplittableRandom(2), 400, 10, 0, 3);
        assertThat(nested.high() - nested.low()).isLessThan(0.8);
        assertThat(nested.simulationError()).isCloseTo(1.645 * 3 / Math.sqrt(4000), withinPercentage(5));
    }

    @Test
    void coversTheTruthAsOftenAsItSays() {
        SplittableRandom random = new SplittableRandom(3);
        int covered = 0;
        for (int i = 0; i < 1000; i++) {
            Nested nested = sample(random, 1, 200, 0, 1);
            covered += nested.low() <= 10 && 10 <= nested.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(870, 930);
    }

    @Test
    void aControlledErrorIsNeverTakenForNone() {
        Nested nested = new Nested(1);
        for (int i = 0; i < 100; i++) {
            nested.add(0, 7, i % 2 == 0 ? 5 : 9);
        }

        double uncontrolled = 1.6448536269514722 * 2 / Math.sqrt(99);
        assertThat(nested.simulationError()).isCloseTo(uncontrolled / 10, within(1e-12));
    }
}
