package org.rackdrill.chaos.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictionTest {

    /** Known intervals: 8 of 10 gives 0.490 to 0.943, 0 of 10 gives 0 to 0.278 (Brown, Cai and DasGupta, 2001). */
    @Test
    void theIntervalIsWilsons() {
        Prediction.Foreseen most = Prediction.Foreseen.of("check", 8, 1, 1, List.of());
        assertThat(most.low()).isCloseTo(0.4902, within(0.0001));
        assertThat(most.high()).isCloseTo(0.9433, within(0.0001));
        Prediction.Foreseen none = Prediction.Foreseen.of("check", 0, 10, 0, List.of());
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(0.2775, within(0.0001));
        Prediction.Foreseen all = Prediction.Foreseen.of("check", 10, 0, 0, List.of());
        assertThat(all.low()).isCloseTo(0.7225, within(0.0001));
        assertThat(all.high()).isEqualTo(1);
    }

    @Test
    void whatNobodySawIsAnything() {
        Prediction.Foreseen nothing = Prediction.Foreseen.of("check", 0, 0, 0, List.of());
        assertThat(nothing.low()).isZero();
        assertThat(nothing.high()).isEqualTo(1);
        assertThat(nothing.took()).isEmpty();
    }

    @Test
    void aRangeHoldsNinetyFivePercent() {
        List<Duration> measured = new ArrayList<>();
        for (int second = 1000; second >= 1; second--) {
            measured.add(Duration.ofSeconds(second));
        }
        assertThat(Prediction.Range.of(measured))
                .contains(
                        new Prediction.Range(Duration.ofSeconds(25), Duration.ofSeconds(500), Duration.ofSeconds(975)));
        Duration one = Duration.ofSeconds(7);
        assertThat(Prediction.Range.of(List.of(one))).contains(new Prediction.Range(one, one, one));
    }
}
