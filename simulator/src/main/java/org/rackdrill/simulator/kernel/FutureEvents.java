package org.rackdrill.simulator.kernel;

import java.util.Arrays;

/**
 * The future-event list: a 4-ary heap in primitive arrays, ordered by time and then by the order of scheduling, so that
 * a run repeats bit for bit. An event is cancelled by its subject's stamp: whoever scheduled it compares the stamp when
 * it comes up, and ignores it when the subject has moved on.
 */
public final class FutureEvents {

    private static final int ARITY = 4;
    private static final int CAUSE_BITS = 24;
    private static final int STAMP_BITS = 28;
    private static final int SUBJECT_BITS = 28;

    private double[] times = new double[64];

    /** The order of scheduling, and below it the cause. */
    private long[] orders = new long[64];

    /** The kind, the subject and its stamp. */
    private long[] events = new long[64];

    private int size;
    private long scheduled;
    private double time;
    private long order;
    private long event;

    /** Forgets everything. */
    public void clear() {
        size = 0;
        scheduled = 0;
    }

    /**
     * Adds an event.
     *
     * @param time in hours; infinite is never and costs nothing
     * @param kind what happens; below 256
     * @param subject to whom; below 2^28
     * @param stamp of the subject, to be compared when the event comes up; below 2^28
     * @param cause the root cause that this event is a consequence of; below 2^24
     */
    public void schedule(double time, int kind, int subject, int stamp, int cause) {
        if (time == Double.POSITIVE_INFINITY) {
            return;
        }
        if (size == times.length) {
            times = Arrays.copyOf(times, size * 2);
            orders = Arrays.copyOf(orders, size * 2);
            events = Arrays.copyOf(events, size * 2);
        }
        long what = ((long) kind << SUBJECT_BITS | subject) << STAMP_BITS | stamp;
        siftUp(size++, time, scheduled++ << CAUSE_BITS | cause, what);
    }

    /** Takes the earliest event off the list if it lies before the horizon, and says whether there was one. */
    public boolean next(double horizon) {
        if (size == 0 || times[0] >= horizon) {
            return false;
        }
        time = times[0];
        order = orders[0];
        event = events[0];
        size--;
        if (size > 0) {
            siftDown(times[size], orders[size], events[size]);
        }
        return true;
    }

    /** Returns the time of the earliest event, in hours; infinite without one. */
    public double peek() {
        return size == 0 ? Double.POSITIVE_INFINITY : times[0];
    }

    /** Returns the time of the event taken last, in hours. */
    public double time() {
        return time;
    }

    /** Returns what happens in the event taken last. */
    public int kind() {
        return (int) (event >>> (SUBJECT_BITS + STAMP_BITS));
    }

    /** Returns to whom the event taken last happens. */
    public int subject() {
        return (int) (event >>> STAMP_BITS) & ((1 << SUBJECT_BITS) - 1);
    }

    /** Returns the stamp that the event taken last was scheduled with. */
    public int stamp() {
        return (int) event & ((1 << STAMP_BITS) - 1);
    }

    /** Returns the root cause of the event taken last. */
    public int cause() {
        return (int) order & ((1 << CAUSE_BITS) - 1);
    }

    private void siftUp(int start, double at, long newOrder, long what) {
        int hole = start;
        while (hole > 0) {
            int parent = (hole - 1) / ARITY;
            // A new event has the largest order of all, so a parent at the same time stays above it.
            if (times[parent] <= at) {
                break;
            }
            move(parent, hole);
            hole = parent;
        }
        put(hole, at, newOrder, what);
    }

    private void siftDown(double at, long itsOrder, long what) {
        int hole = 0;
        while (true) {
            int first = hole * ARITY + 1;
            if (first >= size) {
                break;
            }
            int least = least(first);
            if (at < times[least] || (at == times[least] && itsOrder < orders[least])) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        put(hole, at, itsOrder, what);
    }

    /** Returns the earliest of the children that begin at a place; the orders are only read where times are equal. */
    private int least(int first) {
        int least = first;
        double earliest = times[first];
        int end = Math.min(first + ARITY, size);
        for (int child = first + 1; child < end; child++) {
            double when = times[child];
            if (when < earliest || (when == earliest && orders[child] < orders[least])) {
                least = child;
                earliest = when;
            }
        }
        return least;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        events[to] = events[from];
    }

    private void put(int at, double when, long itsOrder, long what) {
        times[at] = when;
        orders[at] = itsOrder;
        events[at] = what;
    }
}
