package org.rackdrill.simulator.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;

/** Known answers: validation cases O8, O9, O17 and O21 of the project's table. */
class ChainTest {

    private static final double DAYS_PER_YEAR = 365;

    /** n parts of which need must work; each fails at the rate and is repaired by its own crew. */
    private static Chain parallel(int parts, int tolerated, double failure, double repair) {
        Chain chain = new Chain(tolerated + 2);
        for (int failed = 0; failed <= tolerated; failed++) {
            chain.rate(failed, failed + 1, (parts - failed) * failure);
            if (failed > 0) {
                chain.rate(failed, failed - 1, failed * repair);
            }
        }
        return chain;
    }

    @Test
    void oneOutOfTwo() {
        double rate = parallel(2, 1, 1e-4, 1.0 / 24).absorptionRate();
        assertThat(1 / rate).isCloseTo(2_098_333.33, withinPercentage(1e-6));
    }

    @Test
    void majorityOfThree() {
        double rate = parallel(3, 1, 1e-4, 1.0 / 24).absorptionRate();
        assertThat(1 / rate).isCloseTo(702_777.78, withinPercentage(1e-5));
    }

    @Test
    void raidFiveOfEight() {
        double rate = parallel(8, 1, 1 / 461_386.0, 1 / 12.0).absorptionRate();
        assertThat(1 / rate / 24 / DAYS_PER_YEAR).isCloseTo(36_176.36, withinPercentage(1e-4));
    }

    @Test
    void keepsItsDigitsWhereRatesLieFarApart() {
        double failure = 8.1345e-3;
        double repair = 66.013;
        // Serial repair, four replicas, in days.
        Chain chain = new Chain(5);
        for (int failed = 0; failed < 4; failed++) {
            chain.rate(failed, failed + 1, (4 - failed) * failure);
            if (failed > 0) {
                chain.rate(failed, failed - 1, repair);
            }
        }
        assertThat(1 / chain.absorptionRate()).isCloseTo(2.73918e12, withinPercentage(1e-3));
    }

    @Test
    void spendsItsTimeWhereTheRatesSay() {
        double[] share = new Chain(2).rate(0, 1, 1 / 5000.0).rate(1, 0, 1 / 8.0).stationary();
        assertThat(share[0]).isCloseTo(0.998402556, withinPercentage(1e-7));
    }
}
