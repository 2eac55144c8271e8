package org.rackdrill.simulator.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.rackdrill.model.lab.Daily;

class WeekTest {

    @ParameterizedTest
    @EnumSource(Daily.class)
    void theMeanOfAWeekIsWhatTheCatalogueSays(Daily when) {
        assertThat(Arrays.stream(Week.factors(when)).average().orElseThrow()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(Daily.class)
    void anHourThatIsLookedAtHasTheLoadOfThatHour(Daily when) {
        double[] factors = Week.factors(when);
        for (int step : new int[] {1, 7}) {
            Rates.WholeWeek rates = new Rates.WholeWeek(60_000, step, 1);
            Stream stream = Pools.stream("any", 1, 0, 0).when(when).build();
            var pattern = rates.pattern(stream);
            for (int window = 0; window < 168 / step; window++) {
                // The window that warms up comes first.
                int part = (window + 1) % (168 / step);
                assertThat(rates.factor(stream)
                                * pattern.factors().get(part % pattern.factors().size()))
                        .isCloseTo(factors[window * step], within(1e-9));
            }
        }
    }
}
