package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;

/** When things fail: every mode's next failure is drawn from its own luck, from the end of the last repair on. */
final class Failures {

    private final Stage stage;
    private final Ages ages;
    private final Mode[] modes;

    Failures(Stage stage, Ages ages) {
        this.stage = stage;
        this.ages = ages;
        modes = stage.lab.modes();
    }

    void begin() {
        for (int i = 0; i < modes.length; i++) {
            if (modes[i].owner() != Mode.Owner.COMPONENT && modes[i].owner() != Mode.Owner.PROTECTION) {
                stage.after(ages.untilFirst(i), Event.FAIL, i, 0);
            }
        }
    }

    /** Starts the life of a mode whose thing is whole again. */
    void next(int mode) {
        Mode it = modes[mode];
        if (it.fails() == Lifetimes.NEVER || it.cause() == stage.absent) {
            return;
        }
        stage.after(stage.sample(it.fails(), it.stream()), Event.FAIL, mode, 0);
    }

    /** Decides whether a failure waits for the operator; otherwise it ends by itself or by a restart. */
    boolean waitsForOperator(Mode mode) {
        Mode.Repair repair = mode.repair();
        if (repair.by() != Mode.Repair.By.OPERATOR) {
            return false;
        }
        if (repair.waits() >= 1) {
            return true;
        }
        double chance = Math.min(1, repair.waits() * stage.factors[repair.waitsParameter()]);
        return stage.luck.of(mode.stream()).chance(chance);
    }
}
