package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;

/**
 * Follows lives in the hazard that they go through, so that {@link Surprises} can tell luck from what was to be expected.
 * A life whose hazard jumps or has no plain form is not followed.
 */
final class Exposure {

    private final Stage stage;
    private final Mode[] modes;
    private final Lifetimes known;
    private final int[] cause;

    /** The rate of what fails at a constant one, so that its age does not matter; 0 for all else. */
    private final double[] rate;

    private final boolean[] lives;
    private final double[] age;
    private final double[] hazard;

    Exposure(Stage stage) {
        this.stage = stage;
        modes = stage.lab.modes();
        known = stage.lab.lives();
        cause = Arrays.stream(modes).mapToInt(Mode::cause).toArray();
        rate = new double[modes.length];
        lives = new boolean[modes.length];
        age = new double[modes.length];
        hazard = new double[modes.length];
    }

    void begin() {
        Arrays.fill(lives, false);
        for (int i = 0; i < rate.length; i++) {
            rate[i] = known.rate(modes[i].fails(), stage.factors);
        }
    }

    /** A life begins, or is seen for the first time, at an age in hours. */
    void begins(int mode, double ageHours) {
        if (rate[mode] > 0) {
            lives[mode] = true;
            return;
        }
        int life = modes[mode].fails();
        if (known.smooth(life)) {
            age[mode] = ageHours;
            hazard[mode] = ageHours == 0 ? 0 : known.hazard(life, stage.factors, ageHours);
            // Nobody reaches such an age: the description contradicts itself.
            lives[mode] = hazard[mode] < Double.POSITIVE_INFINITY;
        }
    }

    /** A life ends by its own failure after so many hours. */
    void fails(int mode, double hours) {
        if (lives[mode]) {
            ends(mode, hours);
            stage.surprises.fails(cause[mode]);
        }
    }

    /** A life is not followed any more after so many hours. */
    void ends(int mode, double hours) {
        if (lives[mode]) {
            lives[mode] = false;
            double through = rate[mode] > 0
                    ? rate[mode] * hours
                    : known.hazard(modes[mode].fails(), stage.factors, age[mode] + hours) - hazard[mode];
            stage.surprises.lives(cause[mode], through);
        }
    }
}
