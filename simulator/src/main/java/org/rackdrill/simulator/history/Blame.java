package org.rackdrill.simulator.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;

/** Hours down by service and cause, less what luck dealt, history by history and in all. */
final class Blame {

    private final int causes;

    /** Hours down: {@code [history][service]}. */
    final double[][] down;

    /** Sums over histories: {@code [service * causes + cause]}. */
    final double[] hours;

    final double[] squares;

    Blame(CompiledLab lab, int histories) {
        causes = lab.causes().count();
        down = new double[histories][lab.services().length];
        hours = new double[lab.services().length * causes];
        squares = new double[hours.length];
    }

    /**
     * Puts in one history.
     *
     * @param fair hours by service and cause: {@code [service * causes + cause]}
     */
    void put(int history, double[] fair) {
        for (int s = 0; s < down[history].length; s++) {
            down[history][s] = Arrays.stream(fair, s * causes, (s + 1) * causes).sum();
        }
        for (int place = 0; place < fair.length; place++) {
            hours[place] += fair[place];
            squares[place] += fair[place] * fair[place];
        }
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(down, out);
        Numbers.write(hours, out);
        Numbers.write(squares, out);
    }

    /** Takes what another one of as many histories has written. */
    void read(DataInput in) throws IOException {
        Numbers.read(down, in);
        Numbers.read(hours, in);
        Numbers.read(squares, in);
    }

    /** Adds the sums over other histories. */
    void add(Blame more) {
        for (int place = 0; place < hours.length; place++) {
            hours[place] += more.hours[place];
            squares[place] += more.squares[place];
        }
    }
}
