package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;

/** When things fail: every mode's next failure is drawn from its own luck, from the end of the last repair on. */
final class Failures {

    /** Their owners plan failures themselves. */
    private static final Set<Mode.Owner> CLOCKED_BY_OWNER =
            EnumSet.of(Mode.Owner.COMPONENT, Mode.Owner.PROTECTION, Mode.Owner.DISK);

    private final Stage stage;
    private final Ages ages;
    private final Mode[] modes;
    private final int[] clock;

    Failures(Stage stage, Ages ages) {
        this.stage = stage;
        this.ages = ages;
        modes = stage.lab.modes();
        clock = new int[modes.length];
    }

    void begin() {
        Arrays.fill(clock, 0);
        for (int i = 0; i < modes.length; i++) {
            if (!CLOCKED_BY_OWNER.contains(modes[i].owner())) {
                stage.after(ages.untilFirst(i), Event.FAIL, i, 0);
            }
        }
    }

    /** Starts the life of a mode whose thing is whole again; a life that was under way counts no more. */
    void next(int mode) {
        Mode it = modes[mode];
        if (it.fails() == Lifetimes.NEVER || it.cause() == stage.absent) {
            return;
        }
        stage.after(stage.sample(it.fails(), it.stream()), Event.FAIL, mode, ++clock[mode]);
    }

    /** Returns whether a failure belongs to the present life of its mode. */
    boolean isDue(int mode, int eventStamp) {
        Mode.Owner owner = modes[mode].owner();
        return owner == Mode.Owner.COMPONENT || owner == Mode.Owner.DISK || clock[mode] == eventStamp;
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
