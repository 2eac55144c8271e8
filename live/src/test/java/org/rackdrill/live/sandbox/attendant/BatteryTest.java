package org.rackdrill.live.sandbox.attendant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BatteryTest {
    private static final Battery FULL = new Battery(5, 0, 1);

    @Test
    void lastsAsLongAsItSays() {
        long says = FULL.runtimeSeconds(170);

        assertThat(FULL.drain(170, says - 1).empty()).isFalse();
        assertThat(FULL.drain(170, says + 1).empty()).isTrue();
    }

    @Test
    void asksToShutDownWhileThereIsTimeLeft() {
        Battery battery = FULL;
        while (!battery.low(170)) {
            battery = battery.drain(170, 1);
        }

        assertThat(battery.empty()).isFalse();
        assertThat(battery.runtimeSeconds(170)).isGreaterThanOrEqualTo(Battery.LOW_SECONDS - 1);
    }

    @Test
    void aBatteryThatHoldsLessThanItSaysIsSuddenlyEmpty() {
        Battery worn = FULL.holding(0.5).drain(170, FULL.runtimeSeconds(170) * 0.55);

        assertThat(worn.says()).isCloseTo(0.45, within(0.01));
        assertThat(worn.empty()).isTrue();
    }

    @Test
    void chargesAndIsNeverMoreThanFull() {
        assertThat(FULL.at(0.2).charge(10).says()).isGreaterThan(0.2).isLessThan(1);
        assertThat(FULL.at(0.2).charge(100_000).says()).isEqualTo(1);
    }
}
