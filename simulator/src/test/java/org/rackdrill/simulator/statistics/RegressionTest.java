package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Slopes of a plane through points, however the points come together. */
class RegressionTest {

    private static final double[][] COLUMNS = {{1, 4}, {2, 1}, {5, 5}, {7, 0}, {3, 8}, {9, 2}};

    private static double plane(double[] at) {
        return 6 + 0.5 * at[0] - 3 * at[1];
    }

    private static Regression of(int from, int to) {
        Regression regression = new Regression();
        for (int i = from; i < to; i++) {
            regression.add(COLUMNS[i][0], COLUMNS[i][1], plane(COLUMNS[i]));
        }
        return regression;
    }

    @Test
    void aPlaneIsFoundExactly() {
        Regression all = of(0, COLUMNS.length);

        assertThat(all.independent()).isTrue();
        assertThat(all.slopeOfFirst()).isCloseTo(0.5, within(1e-12));
        assertThat(all.slopeOfSecond()).isCloseTo(-3, within(1e-12));
        assertThat(all.meanWithout(0.5, -3)).isCloseTo(6, within(1e-12));
    }

    @Test
    void partsAddUpToTheWhole() {
        Regression whole = of(0, COLUMNS.length);
        Regression parts = new Regression();
        parts.add(of(0, 1));
        parts.add(of(1, 4));
        parts.add(of(4, COLUMNS.length));
        parts.add(new Regression());

        assertThat(parts.cases()).isEqualTo(whole.cases());
        assertThat(parts.slopeOfFirst()).isCloseTo(whole.slopeOfFirst(), within(1e-12));
        assertThat(parts.slopeOfSecond()).isCloseTo(whole.slopeOfSecond(), within(1e-12));
        assertThat(parts.slopeOfFirstAlone()).isCloseTo(whole.slopeOfFirstAlone(), within(1e-12));
        assertThat(parts.meanWithout(1, 1)).isCloseTo(whole.meanWithout(1, 1), within(1e-12));
    }

    @Test
    void aColumnThatRepeatsTheOtherIsNoSecondOne() {
        Regression regression = new Regression();
        for (double first : new double[] {1, 2, 5}) {
            regression.add(first, 2 * first, 3 * first);
        }

        assertThat(regression.independent()).isFalse();
        assertThat(regression.slopeOfFirstAlone()).isCloseTo(3, within(1e-12));
    }

    @Test
    void aConstantColumnHasNoSlope() {
        Regression regression = new Regression();
        regression.add(1, 0, 3);
        regression.add(1, 0, 4);

        assertThat(regression.independent()).isFalse();
        assertThat(regression.slopeOfFirstAlone()).isZero();
    }
}
