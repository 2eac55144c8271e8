package org.rackdrill.simulator.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.process.Surprises;

/**
 * How many hours each service loses for each failure and for each hour of delay that luck deals beyond expectation, cause
 * by cause: the slopes of a regression on {@link Surprises}. Taking these hours away leaves every mean where it is and
 * most of the noise behind, and services stay the sums of their causes.
 */
public final class Controls {

    private static final int FEWEST = 16;

    private final int causeCount;

    /** Where the slopes of each service end, and those of the next one begin. */
    private final int[] ends;

    /** The causes that have slopes, in ascending order for each service. */
    private int[] causes = {};

    /** Hours for each failure more. */
    double[] perFailure = {};

    /** Hours for each hour of delay more. */
    double[] perDelay = {};

    private int count;

    Controls(CompiledLab lab) {
        causeCount = lab.causes().count();
        ends = new int[lab.services().length];
    }

    /** Returns slopes that take nothing away. */
    public static Controls none(CompiledLab lab) {
        return new Controls(lab);
    }

    /** Adds slopes of a service, whose causes come in ascending order, after those of the services before. */
    void add(int cause, double ofFailures, double ofDelays) {
        if (count == causes.length) {
            int more = Math.max(FEWEST, 2 * count);
            causes = Arrays.copyOf(causes, more);
            perFailure = Arrays.copyOf(perFailure, more);
            perDelay = Arrays.copyOf(perDelay, more);
        }
        causes[count] = cause;
        perFailure[count] = ofFailures;
        perDelay[count++] = ofDelays;
    }

    /** All slopes of a service have been added. */
    void close(int service) {
        ends[service] = count;
    }

    /** Writes the slopes. */
    public void write(DataOutput out) throws IOException {
        int i = 0;
        for (int end : ends) {
            out.writeInt(end - i);
            for (; i < end; i++) {
                out.writeInt(causes[i]);
                out.writeDouble(perFailure[i]);
                out.writeDouble(perDelay[i]);
            }
        }
    }

    /** Reads slopes that {@link #write} has written for the same lab. */
    public static Controls read(CompiledLab lab, DataInput in) throws IOException {
        Controls controls = new Controls(lab);
        for (int service = 0; service < controls.ends.length; service++) {
            int least = 0;
            for (int left = in.readInt(); left > 0; left--) {
                int cause = in.readInt();
                if (cause < least || cause >= controls.causeCount) {
                    throw new IOException("these are the slopes of another lab");
                }
                controls.add(cause, in.readDouble(), in.readDouble());
                least = cause + 1;
            }
            controls.close(service);
        }
        return controls;
    }

    /** Puts in the hours that each cause took from each service in one history, less what luck dealt. */
    void fair(Tally.Detail history, int number, Blame blame) {
        Charged charged = history.charged();
        int own = 0;
        for (int service = 0; service < ends.length; service++) {
            int took = charged.from(service);
            int until = charged.until(service);
            while (took < until || own < ends[service]) {
                int cause = Math.min(
                        took < until ? charged.causes()[took] : Integer.MAX_VALUE,
                        own < ends[service] ? causes[own] : Integer.MAX_VALUE);
                double hours = took < until && charged.causes()[took] == cause ? charged.hours()[took++] : 0;
                if (own < ends[service] && causes[own] == cause) {
                    hours -= perFailure[own] * history.failures()[cause] + perDelay[own] * history.delays()[cause];
                    own++;
                }
                blame.put(service, cause, hours);
            }
            blame.close(number, service);
        }
    }
}
