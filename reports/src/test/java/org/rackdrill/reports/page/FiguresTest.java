package org.rackdrill.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers are rounded no finer than what is known about them. */
class FiguresTest {

    @ParameterizedTest(name = "{0} to {1}: {2} decimals")
    @CsvSource({
        "1.1, 3.4, 1",
        "3.2, 8.4, 1",
        "0, 7.09, 0",
        "0, 7.08, 1",
        "100, 900, -2",
        "99.87, 99.97, 2",
        "99.9911, 99.9976, 4",
        "5, 5, 12"
    })
    void theIntervalSaysHowManyDigits(double low, double high, int decimals) {
        assertThat(Figures.decimals(low, high)).isEqualTo(decimals);
    }

    @ParameterizedTest(name = "{0} ({1} to {2}): {3}")
    @CsvSource({
        "0.9994, 0.9987, 0.9997, 99.94 %, 99.87 to 99.97",
        "0.99952, 0.99911, 0.99976, 99.952 %, 99.911 to 99.976",
        "0.951, 0.91, 0.975, 95.1 %, 91.0 to 97.5",
        "0.92, 0.85, 0.96, 92 %, 85 to 96",
        "0.99896, 0.9982, 0.99899, 99.89 %, 99.82 to 99.89",
        "0.9999999, 0.9999998, 0.99999995, 99.999990 %, 99.999980 to 99.999995",
        "1, 1, 1, 100 %, 100 to 100",
        "1, 0.99, 1, 100 %, 99.0 to 100",
        "0, 0, 0, 0 %, 0 to 0"
    })
    void availabilitiesAreRoundedDown(double mean, double low, double high, String text, String range) {
        assertThat(Uptime.text(mean, low, high).replace('\u00a0', ' ')).isEqualTo(text);
        assertThat(Uptime.range(low, high)).isEqualTo(range);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0.99952, 99.952 %", "0.9, 90 %", "0.5, 50 %", "1, 100 %", "0.999999, 99.99990 %"})
    void anAvailabilityWithoutIntervalShowsTwoDigitsOfWhatIsMissing(double availability, String text) {
        assertThat(Uptime.text(availability).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} h: {1}")
    @CsvSource({
        "0, 0 min",
        "0.0002, 0.72 s",
        "0.01, 36 s",
        "0.02, 1.2 min",
        "0.65, 39 min",
        "1, 1 h",
        "5.1, 5.1 h",
        "25.4, 25 h",
        "157.2, 157 h",
        "430, 18 days",
        "-3, −3 h"
    })
    void durationsAreSaidInTheUnitOfPeople(double hours, String text) {
        assertThat(Hours.text(hours).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} ({1} to {2}): {3}")
    @CsvSource({
        "1.9, 1.1, 3.4, 1.9 h (1.1 to 3.4)",
        "5.1, 2.8, 7.3, 5.1 h (2.8 to 7.3)",
        "0.65, 0.37, 0.93, 39 min (22 to 56)",
        "240, 120, 336, 10 days (5 to 14)",
        "1.5, 1.5, 1.5, 1.5 h",
        "0.002, -0.55, 0.56, 0 min (−33 to 34)",
        "25, 14, 42, 25 h (14 to 42)"
    })
    void anIntervalHasTheUnitOfItsNumber(double hours, double low, double high, String text) {
        assertThat(Hours.withRange(hours, low, high).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "0.0021, 1 in 480",
        "0.19, 19 in 100",
        "1, 100 in 100",
        "0.01, 1 in 100",
        "0.05, 1 in 20",
        "0.00001, '1 in 100,000'",
        "0.00000005, 1 in 20 million",
        "1e-12, less than 1 in a billion",
        "0, never seen",
        "NaN, unknown"
    })
    void chancesAreSaidAsOneIn(double probability, String text) {
        assertThat(Spoken.chance(probability).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @Test
    void aChanceThatIsHardlyKnownHasOneDigit() {
        assertThat(Spoken.chance(0.0021, 0.0005, 0.008).replace('\u00a0', ' ')).isEqualTo("1 in 500");
        assertThat(Spoken.chance(0.0021, 0.0018, 0.0024).replace('\u00a0', ' ')).isEqualTo("1 in 480");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0.71, 71 %", "0.001, under 1 %", "0.9999, over 99 %", "0, 0 %", "1, 100 %"})
    void sharesAreWholePercents(double share, String text) {
        assertThat(Figures.share(share).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"0.999, 99.9 %", "0.99, 99 %", "0.99995, 99.995 %", "0.5, 50 %", "1, 100 %"})
    void aGoalHasTheDigitsOfItsAuthor(double slo, String text) {
        assertThat(Figures.goal(slo).replace('\u00a0', ' ')).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"5, five years", "1, one year", "30, 30 years", "1.5, 18 months", "0.5, six months", "2.5, 2.5 years"})
    void horizonsAreSaidInWords(double years, String text) {
        assertThat(Spoken.years(years)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 'Of 100 homes like this, 50 lose it.'",
        "0.0021, 'Of 500 homes like this, one loses it.'",
        "1e-8, 'Of a million homes like this, fewer than one loses it.'",
        "0, No simulated home like this lost it."
    })
    void chancesAreHomes(double probability, String text) {
        assertThat(Spoken.homes(probability, probability / 3, probability * 3)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "12.3, about 10 times a year",
        "1.1, about once a year",
        "0.11, once in 9 years",
        "0.07, once in 14 years",
        "0.035, once in 30 years",
        "0, never seen"
    })
    void rarenessIsRoughlyTold(double timesPerYear, String text) {
        assertThat(Spoken.often(timesPerYear)).isEqualTo(text);
    }
}
