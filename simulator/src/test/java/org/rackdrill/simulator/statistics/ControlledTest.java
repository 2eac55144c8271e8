package org.rackdrill.simulator.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.rackdrill.simulator.kernel.Luck;

/** A control whose mean is known takes away the luck that it shares with the value. */
class ControlledTest {

    @Test
    void whatTheControlExplainsWhollyIsKnownExactly() {
        Controlled hours = new Controlled();
        for (double control : new double[] {1, 4, 9, 2}) {
            hours.add(3 + 0.5 * control, control);
        }

        assertThat(hours.mean(10)).isCloseTo(8, within(1e-12));
        assertThat(hours.varianceOfMean(Long.MAX_VALUE)).isCloseTo(0, within(1e-12));
    }

    @Test
    void aControlThatSaysNothingChangesNothing() {
        Controlled hours = new Controlled();
        for (double value : new double[] {1, 4, 9, 2}) {
            hours.add(value, 7);
        }

        assertThat(hours.mean(10)).isCloseTo(4, within(1e-12));
    }

    /** Of 400 times, nine in ten intervals must hold the truth: 360, give or take two deviations of 6. */
    @Test
    void itsIntervalHoldsTheTruthAsOftenAsItSays() {
        Luck luck = new Luck(new long[] {Luck.nameOf("controlled")});
        luck.begin(1, 0);
        luck.of(0);
        int held = 0;
        for (int time = 0; time < 400; time++) {
            Controlled hours = new Controlled();
            Moments many = new Moments();
            for (int i = 0; i < 50; i++) {
                double control = luck.exponential();
                many.add(control);
                hours.add(2 * control + luck.gaussian(), control);
            }
            for (int i = 0; i < 1950; i++) {
                many.add(luck.exponential());
            }
            double half = 1.6449 * Math.sqrt(hours.varianceOfMean(2000));
            held += Math.abs(hours.mean(many.mean()) - 2) <= half ? 1 : 0;
        }

        assertThat(held).isBetween(340, 380);
    }
}
