package org.rackdrill.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where chains are until some moment, against closed forms. */
class PassageTest {

    private static SparseChain twoStates(double failure, double repair) {
        return new SparseChain(2).rate(0, 1, failure).rate(1, 0, repair);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.1, 3, 40, 1000, 876_000})
    void aPartThatFailsAndIsRepairedFollowsItsClosedForm(double hours) {
        double failure = 1e-3;
        double repair = 0.25;
        Passage passage = Passage.of(twoStates(failure, repair), hours);
        double sum = failure + repair;
        double down = failure / sum * -Math.expm1(-sum * hours);
        // The series keeps the digits that the difference of two almost equal numbers loses.
        double mean = sum * hours < 1e-3
                ? failure * hours / 2 * (1 - sum * hours / 3)
                : failure / sum * (1 + Math.expm1(-sum * hours) / (sum * hours));
        assertThat(passage.atEnd()[1]).isCloseTo(down, withinPercentage(1e-8));
        assertThat(passage.meanShare()[1]).isCloseTo(mean, withinPercentage(1e-8));
    }

    @Test
    void noTimeIsTheStart() {
        Passage passage = Passage.of(twoStates(1, 1), 0);
        assertThat(passage.atEnd()).containsExactly(1, 0);
        assertThat(passage.meanShare()).containsExactly(1, 0);
    }

    @Test
    void oneFailureAfterAnotherKeepsItsDigits() {
        // Validation case O36: exp(10,000) and then exp(20,000), within an hour.
        SparseChain chain = new SparseChain(3).rate(0, 1, 1e-4).rate(1, 2, 5e-5);
        assertThat(Passage.of(chain, 1).atEnd()[2]).isCloseTo(2.4998750036e-9, withinPercentage(1e-8));
    }

    @Test
    void aChanceFarBelowThePrecisionOfOneKeepsItsDigits() {
        // Four failures in a row at a rate of 1e-8 within an hour: 1e-32 / 24, but for what one in 1e8 takes away.
        SparseChain chain = new SparseChain(5);
        for (int i = 0; i < 4; i++) {
            chain.rate(i, i + 1, 1e-8);
        }
        assertThat(Passage.of(chain, 1).atEnd()[4]).isCloseTo(1e-32 / 24, withinPercentage(1e-5));
    }

    @Test
    void ratesFifteenOrdersApartAreFollowedForAMillionYears() {
        // A part that blinks a thousand times a second, beside a loss once in 1e12 hours.
        SparseChain chain =
                new SparseChain(3).rate(0, 1, 3.6e6).rate(1, 0, 3.6e6).rate(0, 2, 1e-9);
        double hours = 1e6 * 8760;
        double lost = -Math.expm1(-1e-9 / 2 * hours);
        Passage passage = Passage.of(chain, hours);
        assertThat(passage.atEnd()[2]).isCloseTo(lost, withinPercentage(1e-6));
        assertThat(passage.atEnd()[0]).isCloseTo((1 - lost) / 2, withinPercentage(1e-6));
        assertThat(passage.meanShare()[1]).isCloseTo(lost / (1e-9 * hours), withinPercentage(1e-6));
    }

    @Test
    void bothWaysOfFollowingAgree() {
        SparseChain chain = new SparseChain(4)
                .rate(0, 1, 0.02)
                .rate(1, 2, 0.01)
                .rate(2, 3, 0.005)
                .rate(1, 0, 0.3)
                .rate(2, 1, 0.3)
                .rate(3, 0, 0.1);
        Passage steps = Passage.of(chain, 500);
        Passage doubled = new Doubling(chain, 0.31, 500).passage();
        for (int i = 0; i < 4; i++) {
            assertThat(doubled.atEnd()[i]).isCloseTo(steps.atEnd()[i], withinPercentage(1e-9));
            assertThat(doubled.meanShare()[i]).isCloseTo(steps.meanShare()[i], withinPercentage(1e-9));
        }
    }

    @Test
    void inTheLongRunItIsWhereEliminationSays() {
        SparseChain chain = new SparseChain(3)
                .rate(0, 1, 0.001)
                .rate(1, 0, 0.1)
                .rate(1, 2, 0.01)
                .rate(2, 0, 0.05);
        double[] time = Elimination.stationary(chain);
        double[] end = Passage.of(chain, 1e6).atEnd();
        for (int i = 0; i < 3; i++) {
            assertThat(end[i]).isCloseTo(time[i], withinPercentage(1e-8));
        }
    }

    @Test
    void whatHasForgottenItsBeginningNeedsNoMoreSteps() {
        // Seventy states in a row, repaired a million times faster than the end is far.
        SparseChain chain = new SparseChain(70);
        for (int i = 0; i < 69; i++) {
            chain.rate(i, i + 1, i < 3 ? 0.5 : 20).rate(i + 1, i, 40);
        }
        Passage found = Passage.of(chain, 876_000);
        double[] time = Elimination.stationary(chain);
        double[] doubled = new Doubling(chain, 60, 876_000).passage().meanShare();
        for (int i = 0; i < 70; i++) {
            assertThat(found.atEnd()[i]).isCloseTo(time[i], withinPercentage(1e-5));
            assertThat(found.meanShare()[i]).isCloseTo(doubled[i], withinPercentage(1e-5));
        }
    }

    @Test
    void soDoesTheWayToALoss() {
        SparseChain chain = new SparseChain(70);
        for (int i = 0; i < 69; i++) {
            chain.rate(i, i + 1, i < 3 ? 0.5 : 20);
            if (i < 68) {
                chain.rate(i + 1, i, 40);
            }
        }
        Passage found = Passage.of(chain, 876_000);
        Passage doubled = new Doubling(chain, 60, 876_000).passage();
        assertThat(found.atEnd()[69]).isCloseTo(doubled.atEnd()[69], withinPercentage(1e-4));
        assertThat(found.meanShare()[69]).isCloseTo(doubled.meanShare()[69], withinPercentage(1e-4));
        assertThat(found.meanShare()[1]).isCloseTo(doubled.meanShare()[1], withinPercentage(1e-4));
    }

    @Test
    void aChainThatIsTooFastForItsSizeIsRefused() {
        SparseChain chain = new SparseChain(1000);
        for (int i = 0; i < 999; i++) {
            chain.rate(i, i + 1, 1e6).rate(i + 1, i, 1);
        }
        assertThatThrownBy(() -> Passage.of(chain, 1e9))
                .isInstanceOf(Unsolved.class)
                .hasMessageContaining("1,000 states");
    }

    @Test
    void chancesOfCountsAddUpAndKeepTheirShape() {
        for (double expected : new double[] {1e-9, 0.5, 7, 300, 1e6}) {
            Poisson poisson = Poisson.of(expected);
            double sum = 0;
            double mean = 0;
            for (int count = poisson.first(); count <= poisson.last(); count++) {
                sum += poisson.chanceOf(count);
                mean += count * poisson.chanceOf(count);
            }
            assertThat(sum).isCloseTo(1, within(1e-12));
            assertThat(mean).isCloseTo(expected, withinPercentage(1e-8));
        }
        assertThat(Poisson.of(1e-9).chanceOf(3)).isCloseTo(1e-27 / 6, withinPercentage(1e-6));
        assertThat(Poisson.of(4).moreThan(2)).isCloseTo(1 - 13 * Math.exp(-4), withinPercentage(1e-10));
    }
}
