package org.rackdrill.simulator.history;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;

/** Hours down by service and cause, less what luck dealt, history by history and in all. */
final class Blame {

    private static final int FEWEST = 16;

    /** Hours down: {@code [history][service]}. */
    final double[][] down;

    private final Pairs pairs;

    /** Sums over histories, by the number of the pair. */
    private double[] hours = {};

    private double[] squares = {};

    /** The hours of the service that is being put in. */
    private double[] parts = new double[FEWEST];

    private int partCount;

    Blame(CompiledLab lab, int histories) {
        down = new double[histories][lab.services().length];
        pairs = new Pairs(lab.services().length);
    }

    /** Puts in what one cause took from a service in one history; the causes of a service come one after the other. */
    void put(int service, int cause, double fair) {
        if (fair == 0) {
            return;
        }
        if (partCount == parts.length) {
            parts = Arrays.copyOf(parts, 2 * partCount);
        }
        parts[partCount++] = fair;
        add(service, cause, fair, fair * fair);
    }

    /** All causes of a service in a history have been put in. */
    void close(int history, int service) {
        down[history][service] = Arrays.stream(parts, 0, partCount).sum();
        partCount = 0;
    }

    private void add(int service, int cause, double moreHours, double moreSquares) {
        int place = pairs.make(service, cause);
        if (place >= hours.length) {
            int more = Math.max(FEWEST, 2 * place);
            hours = Arrays.copyOf(hours, more);
            squares = Arrays.copyOf(squares, more);
        }
        hours[place] += moreHours;
        squares[place] += moreSquares;
    }

    /** Returns the sum over histories of what a cause took from a service. */
    double hours(int service, int cause) {
        int place = pairs.find(service, cause);
        return place == Pairs.NONE ? 0 : hours[place];
    }

    /** Returns the sum of the squares of what a cause took from a service in each history. */
    double squares(int service, int cause) {
        int place = pairs.find(service, cause);
        return place == Pairs.NONE ? 0 : squares[place];
    }

    /** Returns the causes that took anything from a service, or gave it back, in ascending order. */
    int[] causes(int service) {
        int[] causes = new int[pairs.count(service)];
        Arrays.setAll(causes, i -> pairs.cause(service, i));
        return causes;
    }

    void write(DataOutput out) throws IOException {
        Numbers.write(down, out);
        for (int s = 0; s < pairs.services(); s++) {
            out.writeInt(pairs.count(s));
            for (int i = 0; i < pairs.count(s); i++) {
                out.writeInt(pairs.cause(s, i));
                out.writeDouble(hours[pairs.place(s, i)]);
                out.writeDouble(squares[pairs.place(s, i)]);
            }
        }
    }

    /** Takes what another one of as many histories has written. */
    void read(DataInput in) throws IOException {
        Numbers.read(down, in);
        for (int s = 0; s < pairs.services(); s++) {
            for (int left = in.readInt(); left > 0; left--) {
                add(s, in.readInt(), in.readDouble(), in.readDouble());
            }
        }
    }

    /** Adds the sums over other histories. */
    void add(Blame more) {
        for (int s = 0; s < pairs.services(); s++) {
            for (int i = 0; i < more.pairs.count(s); i++) {
                int place = more.pairs.place(s, i);
                add(s, more.pairs.cause(s, i), more.hours[place], more.squares[place]);
            }
        }
    }
}
