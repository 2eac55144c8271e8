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
    private final Exposure exposure;
    private final double[] since;

    Failures(Stage stage, Ages ages) {
        this.stage = stage;
        this.ages = ages;
        modes = stage.lab.modes();
        clock = new int[modes.length];
        exposure = new Exposure(stage);
        since = new double[modes.length];
    }

    void begin() {
        Arrays.fill(clock, 0);
        exposure.begin();
        for (int i = 0; i < modes.length; i++) {
            if (!CLOCKED_BY_OWNER.contains(modes[i].owner())) {
                double age = ages.of(i);
                stage.after(ages.untilFirst(i, age), Event.FAIL, i, 0);
                if (modes[i].cause() != stage.absent) {
                    begins(i, age);
                }
            }
        }
    }

    /** Starts the life of a mode whose thing is whole again; a life that was under way counts no more. */
    void next(int mode) {
        Mode it = modes[mode];
        if (it.fails() == Lifetimes.NEVER || it.cause() == stage.absent) {
            return;
        }
        exposure.ends(mode, stage.now - since[mode]);
        stage.after(stage.sample(it.fails(), it.stream()), Event.FAIL, mode, ++clock[mode]);
        begins(mode, 0);
    }

    private void begins(int mode, double age) {
        since[mode] = stage.now;
        exposure.begins(mode, age);
    }

    /** The history is over. */
    void end() {
        for (int i = 0; i < modes.length; i++) {
            exposure.ends(i, stage.now - since[i]);
        }
    }

    /** Returns whether a failure belongs to the present life of its mode, and ends that life. */
    boolean isDue(int mode, int eventStamp) {
        Mode.Owner owner = modes[mode].owner();
        if (owner == Mode.Owner.DISK) {
            return true;
        }
        boolean due = clock[mode] == eventStamp;
        if (due) {
            exposure.fails(mode, stage.now - since[mode]);
        }
        return due;
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
