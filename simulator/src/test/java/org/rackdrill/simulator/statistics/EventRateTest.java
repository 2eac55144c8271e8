package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates from counts, beside numbers that are published or computed from the textbook: O31 and O41 of docs/validation.md. */
class EventRateTest {

    private static final double DAYS_A_YEAR = 365;

    @ParameterizedTest(name = "{0} failures in {1} drive-days")
    @CsvSource({
        "226, 11737654, 0.70278, 0.6141, 0.8006",
        "4372, 101906290, 1.56593, 1.520, 1.613",
        "484, 14089908, 1.25381, 1.1446, 1.3706",
        "94, 9365201, 0.36636, 0.2961, 0.4483",
        "1, 168170, 0.2170, 0.0055, 1.2092",
    })
    void theExactIntervalOfACountIsAsPublished(long failures, double days, double rate, double low, double high) {
        double years = days / DAYS_A_YEAR;
        double[] interval = EventRate.interval(failures, years, 0.95);

        assertThat(100 * failures / years).isCloseTo(rate, within(5e-5));
        assertThat(100 * interval[0]).isCloseTo(low, within(5e-4));
        assertThat(100 * interval[1]).isCloseTo(high, within(5e-4));
    }

    @ParameterizedTest(name = "{0} failures in {1} drive-days")
    @CsvSource({
        "50, 3555491, 0.5133, 0.5236, 0.6497",
        "21, 1416127, 0.5413, 0.5670, 0.7794",
    })
    void whoKnewNothingBelievesInWhatIsPublished(long failures, double days, double mode, double mean, double most) {
        EventRate rate = EventRate.UNKNOWN.seen(failures, days / DAYS_A_YEAR);

        assertThat(100 * rate.mode()).isCloseTo(mode, within(5e-5));
        assertThat(100 * rate.mean()).isCloseTo(mean, within(5e-5));
        assertThat(100 * rate.quantile(0.95)).isCloseTo(most, within(5e-5));
    }

    @Test
    void fourDrivesFailInFiveYearsAsOftenAsTheirRateSays() {
        double rate = 226 / (11_737_654 / DAYS_A_YEAR);

        assertThat(1 - Math.exp(-4 * 5 * rate)).isCloseTo(0.13113, within(5e-6));
    }

    @Test
    void noFailuresLeaveARateThatMayBeNothing() {
        assertThat(EventRate.interval(0, 10, 0.95)[0]).isZero();
        // -ln(0.025) / 10
        assertThat(EventRate.interval(0, 10, 0.95)[1]).isCloseTo(0.368888, within(1e-6));
    }

    @Test
    void aRangeBecomesABeliefOfTheSameMedianAndWidth() {
        EventRate rate = EventRate.of(0.011, 0.005, 0.025);

        assertThat(rate.quantile(0.5)).isCloseTo(0.011, within(1e-9));
        assertThat(rate.quantile(0.95) / rate.quantile(0.05)).isCloseTo(5, within(1e-6));
    }

    @Test
    void whatIsSeenMovesARateTowardsItAndMakesItSurer() {
        EventRate before = EventRate.of(0.011, 0.005, 0.025);
        EventRate after = before.seen(0, 40);
        EventRate much = before.seen(3000, 100_000);

        assertThat(after.quantile(0.5)).isLessThan(before.quantile(0.5));
        assertThat(after.seen(2, 10)).isEqualTo(before.seen(2, 50));
        assertThat(much.quantile(0.5)).isCloseTo(0.03, within(0.0005));
        assertThat(much.quantile(0.95) / much.quantile(0.05)).isLessThan(1.07);
    }
}
