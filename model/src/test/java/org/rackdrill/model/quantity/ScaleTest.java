package org.rackdrill.model.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Amounts are read with their unit, written back as they were, and refused with a proposal. */
class ScaleTest {

    private static final List<Scale> ALL = List.of(
            Scale.DATA,
            Scale.RATE,
            Scale.TIME,
            Scale.POWER,
            Scale.APPARENT_POWER,
            Scale.TENSION,
            Scale.CURRENT,
            Scale.PERCENT,
            Scale.OPERATIONS);

    @ParameterizedTest
    @CsvSource({
        "8 TB, 8e12",
        "8TB, 8e12",
        "96 GiB, 103079215104",
        "2 KB, 2000",
        "2 kB, 2000",
        "1.5 PiB, 1688849860263936",
        "0 B, 0",
        ".5 MB, 500000"
    })
    void dataAreBytes(String text, double bytes) {
        assertThat(Scale.DATA.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "1 y, 8760",
        "1 month, 730",
        "2 weeks, 336",
        "1 w, 168",
        "3 d, 72",
        "90 min, 1.5",
        "3600 s, 1",
        "2 hours, 2",
        "1e3 h, 1000"
    })
    void timesAreHoursAndAYearHas8760(String text, double hours) {
        assertThat(Scale.TIME.parse(text)).isEqualTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"50 Mbit/s, 6.25e6", "1 Gbit/s, 1.25e8", "100 MB/s, 1e8", "8 bit/s, 1", "1 MiB/s, 1048576"})
    void ratesAreBytesASecond(String text, double bytesPerSecond) {
        assertThat(Scale.RATE.parse(text)).isEqualTo(bytesPerSecond);
    }

    @Test
    void percentagesAreExact() {
        assertThat(Scale.PERCENT.parse("99.9%")).isEqualTo(0.999);
        assertThat(Scale.PERCENT.parse("0.07 %")).isEqualTo(0.0007);
    }

    @ParameterizedTest
    @CsvSource({
        "8, has no unit, `8 GB` or `8 TB`",
        "8 tb, is not a unit, Did you mean `8 TB`?",
        "8 apples, is not a unit, 'Units are B, kB, MB'",
        "-8 TB, is negative, from 0 up",
        "eight TB, is not an amount of data, `8 TB`",
        "8e999 TB, is too large, `8 TB`",
        "NaN TB, is not an amount of data, `8 TB`"
    })
    void whatIsNoAmountIsRefusedWithAProposal(String text, String what, String fix) {
        BadText bad = catchThrowableOfType(BadText.class, () -> Scale.DATA.parse(text));

        assertThat(bad.what()).contains(what);
        assertThat(bad.fix()).contains(fix);
    }

    @Test
    void aMonthIsNotAMinute() {
        assertThatThrownBy(() -> Scale.TIME.parse("3 m"))
                .isInstanceOfSatisfying(
                        BadText.class, bad -> assertThat(bad.fix()).isEqualTo("Write `3 min` or `3 months`."));
    }

    @Test
    void aFractionIsProposedAsAPercentage() {
        assertThatThrownBy(() -> Scale.PERCENT.parse("0.999"))
                .isInstanceOfSatisfying(
                        BadText.class, bad -> assertThat(bad.fix()).contains("`99.9%`"));
    }

    @Test
    void everyAmountReadsBackAsItself() {
        SplittableRandom random = new SplittableRandom(1);
        for (Scale scale : ALL) {
            for (int i = 0; i < 5_000; i++) {
                double amount = i % 2 == 0
                        ? Math.round(random.nextDouble() * 1000) * Math.pow(10, random.nextInt(6))
                        : Math.exp(random.nextDouble(-20, 40));
                assertThat(scale.parse(scale.format(amount)))
                        .as(scale.format(amount))
                        .isEqualTo(amount);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"5840, 8 months", "17520, 2 y", "0.6666666666666666, 40 min", "730, 1 month", "504, 3 weeks", "2, 2 h"})
    void timesAreWrittenInTheirLargestWholeUnit(double hours, String text) {
        assertThat(Scale.TIME.format(hours)).isEqualTo(text);
    }

    @Test
    void roundedAmountsStayInTheUnitOfTheirNeighbour() {
        assertThat(Scale.RATE.about(1.5e8, "70 MB/s")).isEqualTo("150 MB/s");
        assertThat(Scale.TIME.about(26280 * 1.0001)).isEqualTo("3 y");
    }

    @Test
    void everyExampleIsWellFormedAndMatchesItsPattern() {
        for (Scale scale : ALL) {
            assertThat(scale.example()).matches(scale.pattern());
            assertThat(scale.parse(scale.example())).isPositive();
        }
    }
}
