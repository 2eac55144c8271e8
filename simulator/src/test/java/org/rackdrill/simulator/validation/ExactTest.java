package org.rackdrill.simulator.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every answer is known twice: as it was handed down, and computed here. A slip in one shows in the other. */
class ExactTest {

    private static final Set<Quantity> SHARES_OF_TIME =
            Set.of(Quantity.AVAILABILITY, Quantity.UNAVAILABILITY, Quantity.MINUTES_DOWN);

    @TestFactory
    Stream<DynamicTest> printedAnswersAreWhatComesOutHere() {
        return Cases.all().stream()
                .map(it -> DynamicTest.dynamicTest(
                        it + " " + it.printed(),
                        () -> assertThat(it.computed()).isCloseTo(it.printedValue(), within(it.printedTo() * 1.001))));
    }

    @TestFactory
    Stream<DynamicTest> aLabThatStartsNewIsSoonAsInTheLongRun() {
        return Cases.all().stream()
                .filter(it -> SHARES_OF_TIME.contains(it.quantity()))
                .map(it -> DynamicTest.dynamicTest(
                        it.toString(),
                        () -> assertThat(it.quantity().small(it.expected()))
                                .isCloseTo(it.quantity().small(it.computed()), withinPercentage(0.3))));
    }

    @Test
    void minutesAYear() {
        assertThat((1 - 0.9999942675) * Exact.YEAR * 60).isCloseTo(3.01298, within(1e-4));
        assertThat((1 - 0.9999885352) * Exact.YEAR * 60).isCloseTo(6.02592, within(1e-4));
        assertThat(1.716990e-5 * Exact.YEAR * 60).isCloseTo(9.02450, within(1e-5));
        assertThat(3.439411e-5 * Exact.YEAR * 60).isCloseTo(18.07755, within(1e-5));
        assertThat((1 - 0.9996949953) * Exact.YEAR).isCloseTo(2.671841, within(1e-6));
    }

    @Test
    void meansOfLivesAndRepairs() {
        assertThat(Exact.weibullMean(1.5, 20_000)).isCloseTo(18_054.906, within(5e-4));
        assertThat(Exact.lognormalMean(4, 0.8)).isCloseTo(5.508511, within(5e-7));
    }

    @Test
    void theRenewalEquationComesToItsAsymptote() {
        double up = Exact.weibullMean(1.5, 20_000);
        double down = Exact.lognormalMean(4, 0.8);
        double cycle = up + down;
        double years = 200 * Exact.YEAR;
        double asymptote = years / cycle + Exact.weibullVariance(1.5, 20_000) / cycle / cycle / 2 + 0.5 - up / cycle;
        assertThat(Exact.failuresUntil(years, 1.5, 20_000, down)).isCloseTo(asymptote, withinPercentage(1e-3));
    }

    @Test
    void downtimeOfAYearIsDistributedTheSameInBothWaysOfReckoning() {
        for (double allowed : new double[] {8.76, 21.9, 43.8, 87.6}) {
            assertThat(Exact.downAtMost(allowed, Exact.YEAR, 5000, 8))
                    .isCloseTo(Exact.downAtMostByCounting(allowed, Exact.YEAR, 5000, 8, false), within(1e-9));
            assertThat(Exact.downAtMost(allowed, Exact.YEAR, 1000, 4))
                    .isCloseTo(Exact.downAtMostByCounting(allowed, Exact.YEAR, 1000, 4, false), within(1e-9));
        }
    }

    @Test
    void aPartThatIsBrokenAtFirstIsDownLongerByThatRepair() {
        // Allowed more than one repair takes but by luck, and no failure to speak of: the repair alone decides.
        assertThat(Exact.downAtMostByCounting(20, Exact.YEAR, 1e9, 8, true))
                .isCloseTo(1 - Math.exp(-20 / 8.0), within(1e-5));
    }

    @Test
    void theChainAgreesWithTheClosedFormOfTwoStates() {
        Markov chain = new Markov(2).rate(0, 1, 1 / 5000.0).rate(1, 0, 1 / 8.0);
        assertThat(chain.shareOver(1, Exact.YEAR))
                .isCloseTo(1 - Exact.availabilityOver(Exact.YEAR, 5000, 8), withinPercentage(1e-6));
        assertThat(chain.chanceAt(1, 3))
                .isCloseTo(8 / 5008.0 * -Math.expm1(-3 * (1 / 5000.0 + 1 / 8.0)), withinPercentage(1e-6));
    }

    @Test
    void theTimeToTheFirstLossFollowsTheChain() {
        // Far more hours than it takes: what is left is the mean.
        double hours = 1e8;
        Markov pair = Markov.parts(2, 3, 1e-4, 1 / 24.0, 2).untilLast();
        assertThat((1 - pair.shareOver(2, hours)) * hours).isCloseTo(2_098_333.33, withinPercentage(1e-4));
        Markov majority = Markov.parts(3, 3, 1e-4, 1 / 24.0, 1).untilLast();
        assertThat((1 - majority.shareOver(2, hours)) * hours).isCloseTo(702_777.78, withinPercentage(1e-4));
    }

    @Test
    void aLognormalBehindABatteryLosesWhatItsTailHolds() {
        double median = 98 * Math.exp(-0.72);
        double tail = Exact.integral(t -> Exact.lognormalBeyond(t, median, 1.2), 30, 200_000, 200_000);
        assertThat(Exact.lognormalExcess(30, median, 1.2)).isCloseTo(tail, withinPercentage(1e-3));
    }
}
