package org.rackdrill.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The answer never claims more than the interval. */
class StandingTest {

    @ParameterizedTest(name = "{0} ({1} to {2}) against {3}: {4}")
    @CsvSource({
        "0.9995, 0.9991,  0.9998, 0.999, WILL",
        "0.9995, 0.999,   0.9998, 0.999, WILL",
        "0.9995, 0.98999, 0.9998, 0.999, PROBABLY",
        "0.999,  0.99,    0.9998, 0.999, PROBABLY",
        "0.9989, 0.99,    0.9998, 0.999, MAY",
        "0.9989, 0.99,    0.999,  0.999, MAY",
        "0.9985, 0.99,    0.9989, 0.999, WILL_NOT",
        "1,      1,       1,      0.999, WILL",
        "0,      0,       0,      0.999, WILL_NOT"
    })
    void theIntervalDecides(double mean, double low, double high, double goal, Standing standing) {
        assertThat(Standing.of(mean, low, high, goal)).isEqualTo(standing);
    }
}
