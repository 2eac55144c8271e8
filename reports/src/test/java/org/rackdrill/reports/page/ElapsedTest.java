package org.rackdrill.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElapsedTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "40, under 1 s",
        "999, under 1 s",
        "95000, 95 s",
        "119600, 2 min",
        "425000, 7 min 5 s",
        "3600000, 60 min",
        "7199900, 2 h",
        "11400000, 3 h 10 min",
        "43199000, 12 h",
        "172800000, 2 days",
        "270000000, 3 days 3 h",
        "-30000, −30 s"
    })
    void aPersonWithAWatchWouldSayIt(long millis, String said) {
        assertThat(Elapsed.text(Duration.ofMillis(millis)).replace('\u00a0', ' '))
                .isEqualTo(said);
    }
}
