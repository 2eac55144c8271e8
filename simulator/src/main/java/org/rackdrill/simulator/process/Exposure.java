package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Mode;

/**
 * Follows lives in the hazard that they go through, so that {@link Surprises} can tell luck from what was to be expected.
 * A life whose hazard jumps or has no plain form is not followed.
 */
final class Exposure {

    private final Stage stage;
    private final Mode[] modes;
    private final boolean[] lives;
    private final double[] age;
    private final double[] hazard;

    Exposure(Stage stage) {
        this.stage = stage;
        modes = stage.lab.modes();
        lives = new boolean[modes.length];
        age = new double[modes.length];
        hazard = new double[modes.length];
    }

    void begin() {
        Arrays.fill(lives, false);
    }

    /** A life begins, or is seen for the first time, at an age in hours. */
    void begins(int mode, double ageHours) {
        int life = modes[mode].fails();
        if (stage.lab.lives().smooth(life)) {
            age[mode] = ageHours;
            hazard[mode] = stage.lab.lives().hazard(life, stage.factors, ageHours);
            // Nobody reaches such an age: the description contradicts itself.
            lives[mode] = hazard[mode] < Double.POSITIVE_INFINITY;
        }
    }

    /** A life ends by its own failure after so many hours. */
    void fails(int mode, double hours) {
        if (lives[mode]) {
            ends(mode, hours);
            stage.surprises.fails(modes[mode].cause());
        }
    }

    /** A life is not followed any more after so many hours. */
    void ends(int mode, double hours) {
        if (lives[mode]) {
            lives[mode] = false;
            double through = stage.lab.lives().hazard(modes[mode].fails(), stage.factors, age[mode] + hours);
            stage.surprises.lives(modes[mode].cause(), through - hazard[mode]);
        }
    }
}
