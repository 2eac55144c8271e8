package org.rackdrill.simulator.kernel;

import java.util.Arrays;

/** What comes next of the future events: a 4-ary heap in primitive arrays. */
final class Soon {

    private static final int ARITY = 4;

    double[] times = new double[64];

    /** By twos, the order of scheduling with the cause below it, and the kind with the subject and its stamp below it. */
    private long[] whats = new long[2 * 64];

    int size;

    long order(int at) {
        return whats[2 * at];
    }

    long event(int at) {
        return whats[2 * at + 1];
    }

    /** Adds an event and leaves the order to be made. */
    void append(double time, long order, long event) {
        put(last(), time, order, event);
    }

    void add(double time, long order, long event) {
        int hole = last();
        while (hole > 0) {
            int parent = (hole - 1) / ARITY;
            if (times[parent] < time || (times[parent] == time && order(parent) < order)) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, time, order, event);
    }

    /** Makes room for one more, and returns the place after all others. */
    private int last() {
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            whats = Arrays.copyOf(whats, size * 4);
        }
        return size++;
    }

    void removeFirst() {
        size--;
        if (size > 0) {
            siftDown(times[size], order(size), event(size));
        }
    }

    private void siftDown(double time, long order, long event) {
        int hole = 0;
        while (true) {
            int first = hole * ARITY + 1;
            if (first >= size) {
                break;
            }
            int least = least(first);
            if (time < times[least] || (time == times[least] && order < order(least))) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        put(hole, time, order, event);
    }

    /** Returns the earliest of the children that begin at a place; the orders are only read where times are equal. */
    private int least(int first) {
        int least = first;
        double earliest = times[first];
        int end = Math.min(first + ARITY, size);
        for (int child = first + 1; child < end; child++) {
            double when = times[child];
            if (when < earliest || (when == earliest && order(child) < order(least))) {
                least = child;
                earliest = when;
            }
        }
        return least;
    }

    private void move(int from, int to) {
        put(to, times[from], order(from), event(from));
    }

    private void put(int at, double time, long order, long event) {
        times[at] = time;
        whats[2 * at] = order;
        whats[2 * at + 1] = event;
    }
}
