package org.rackdrill.simulator.kernel;

import java.util.Arrays;

/**
 * The future-event list: a 4-ary heap in primitive arrays, ordered by time and then by the order of scheduling, so that
 * a run repeats bit for bit. An event is cancelled by its subject's stamp: whoever scheduled it compares the stamp when
 * it comes up, and ignores it when the subject has moved on.
 */
public final class FutureEvents {

    private double[] times = new double[64];
    private long[] orders = new long[64];
    private int[] payload = new int[64 * WIDTH];
    private int size;
    private long scheduled;

    private static final int WIDTH = 4;
    private static final int ARITY = 4;

    private final int[] moving = new int[WIDTH];
    private final int[] popped = new int[WIDTH];
    private double time;

    /** Forgets everything. */
    public void clear() {
        size = 0;
        scheduled = 0;
    }

    /**
     * Adds an event.
     *
     * @param time in hours; infinite is never and costs nothing
     * @param kind what happens
     * @param subject to whom
     * @param stamp of the subject, to be compared when the event comes up
     * @param cause the root cause that this event is a consequence of
     */
    public void schedule(double time, int kind, int subject, int stamp, int cause) {
        if (time == Double.POSITIVE_INFINITY) {
            return;
        }
        if (size == times.length) {
            grow();
        }
        moving[0] = kind;
        moving[1] = subject;
        moving[2] = stamp;
        moving[3] = cause;
        siftUp(size++, time, scheduled++, moving);
    }

    /** Takes the earliest event off the list if it lies before the horizon, and says whether there was one. */
    public boolean next(double horizon) {
        if (size == 0 || times[0] >= horizon) {
            return false;
        }
        time = times[0];
        System.arraycopy(payload, 0, popped, 0, WIDTH);
        size--;
        if (size > 0) {
            System.arraycopy(payload, size * WIDTH, moving, 0, WIDTH);
            siftDown(times[size], orders[size], moving);
        }
        return true;
    }

    /** Returns the time of the event taken last, in hours. */
    public double time() {
        return time;
    }

    /** Returns what happens in the event taken last. */
    public int kind() {
        return popped[0];
    }

    /** Returns to whom the event taken last happens. */
    public int subject() {
        return popped[1];
    }

    /** Returns the stamp that the event taken last was scheduled with. */
    public int stamp() {
        return popped[2];
    }

    /** Returns the root cause of the event taken last. */
    public int cause() {
        return popped[3];
    }

    private void siftUp(int start, double at, long order, int[] what) {
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
        put(hole, at, order, what);
    }

    private void siftDown(double at, long order, int[] what) {
        int hole = 0;
        while (true) {
            int first = hole * ARITY + 1;
            if (first >= size) {
                break;
            }
            int least = first;
            int end = Math.min(first + ARITY, size);
            for (int child = first + 1; child < end; child++) {
                if (before(times[child], orders[child], times[least], orders[least])) {
                    least = child;
                }
            }
            if (before(at, order, times[least], orders[least])) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        put(hole, at, order, what);
    }

    private static boolean before(double time, long order, double otherTime, long otherOrder) {
        return time < otherTime || (time == otherTime && order < otherOrder);
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        System.arraycopy(payload, from * WIDTH, payload, to * WIDTH, WIDTH);
    }

    private void put(int at, double when, long order, int[] what) {
        times[at] = when;
        orders[at] = order;
        System.arraycopy(what, 0, payload, at * WIDTH, WIDTH);
    }

    private void grow() {
        times = Arrays.copyOf(times, size * 2);
        orders = Arrays.copyOf(orders, size * 2);
        payload = Arrays.copyOf(payload, size * 2 * WIDTH);
    }
}
