package org.rackdrill.reports.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeScaleTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 4 | 0 | 0, +1 s, +2 s, +3 s, +4 s",
                "10 | 130 | 40 | −30 s, 0, +30 s, +60 s, +90 s",
                "12 | 1812 | 72 | 0, +10 min, +20 min",
                "0 | 43200 | 600 | 0, +3 h, +6 h, +9 h",
                "0 | 172800 | 43200 | −12 h, 0, +12 h, +24 h, +36 h",
                "0 | 864000 | 0 | 0, +2 d, +4 d, +6 d, +8 d, +10 d",
            })
    void marksStandAtRoundTimesFromZero(long from, long to, long zero, String labels) {
        TimeScale scale = scale(from, to, zero);

        assertThat(String.join(
                        ", ",
                        scale.ticks().stream()
                                .map(tick -> tick.label().replace('\u00a0', ' '))
                                .toList()))
                .isEqualTo(labels);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 59, 61, 3599, 7300, 86_399, 90_000, 700_000, 40_000_000, 4_000_000_000L})
    void thereAreNeverTooManyToRead(long length) {
        assertThat(scale(0, length, 0).ticks()).hasSizeBetween(1, 6);
    }

    @Test
    void aTimeLiesBetweenTheEnds() {
        TimeScale scale = scale(100, 200, 120);

        assertThat(scale.position(Duration.ofSeconds(100))).isZero();
        assertThat(scale.position(Duration.ofSeconds(150))).isEqualTo(0.5);
        assertThat(scale.position(Duration.ofSeconds(999))).isEqualTo(1);
        assertThat(scale.position(Duration.ZERO)).isZero();
    }

    @Test
    void aRunOfNoLengthCanBeDrawn() {
        TimeScale scale = scale(5, 5, 5);

        assertThat(scale.position(Duration.ofSeconds(5))).isZero();
        assertThat(scale.ticks()).isNotEmpty();
    }

    private static TimeScale scale(long from, long to, long zero) {
        return new TimeScale(Duration.ofSeconds(from), Duration.ofSeconds(to), Duration.ofSeconds(zero));
    }
}
