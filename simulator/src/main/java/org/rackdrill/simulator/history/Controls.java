package org.rackdrill.simulator.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.process.Surprises;

/**
 * How many hours each service loses for each failure and for each hour of delay that luck deals beyond expectation, cause
 * by cause: the slopes of a regression on {@link Surprises}. Taking these hours away leaves every mean where it is and
 * most of the noise behind, and services stay the sums of their causes.
 */
public final class Controls {

    private final int causes;

    /** Hours for each failure more: {@code [service * causes + cause]}. */
    final double[] perFailure;

    /** Hours for each hour of delay more: {@code [service * causes + cause]}. */
    final double[] perDelay;

    Controls(CompiledLab lab) {
        causes = lab.causes().count();
        perFailure = new double[lab.services().length * causes];
        perDelay = new double[perFailure.length];
    }

    /** Returns slopes that take nothing away. */
    public static Controls none(CompiledLab lab) {
        return new Controls(lab);
    }

    /** Writes the slopes. */
    public void write(DataOutput out) throws IOException {
        Numbers.write(perFailure, out);
        Numbers.write(perDelay, out);
    }

    /** Reads slopes that {@link #write} has written for the same lab. */
    public static Controls read(CompiledLab lab, DataInput in) throws IOException {
        Controls controls = new Controls(lab);
        Numbers.read(controls.perFailure, in);
        Numbers.read(controls.perDelay, in);
        return controls;
    }

    /** Returns the hours that each cause took from each service in one history, less what luck dealt. */
    double[] fair(Tally.Detail history) {
        double[] fair = history.hours().clone();
        for (int place = 0; place < fair.length; place++) {
            int cause = place % causes;
            fair[place] -= perFailure[place] * history.failures()[cause] + perDelay[place] * history.delays()[cause];
        }
        return fair;
    }
}
