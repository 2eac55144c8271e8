package org.rackdrill.bench;

/**
 * A 4-ary heap as one would write it by hand for a single loop: in the order of time and then of scheduling, of a fixed
 * size, and what is taken first is replaced in one go. It is a limit to compare with, since it can do nothing else.
 */
final class HandHeap {

    private static final int ARITY = 4;

    private final double[] times;
    private final long[] orders;
    private final int[] subjects;
    private int size;
    private long scheduled;

    HandHeap(int capacity) {
        times = new double[capacity];
        orders = new long[capacity];
        subjects = new int[capacity];
    }

    void clear() {
        size = 0;
        scheduled = 0;
    }

    double time() {
        return times[0];
    }

    int subject() {
        return subjects[0];
    }

    void add(double time, int subject) {
        int hole = size++;
        while (hole > 0 && times[(hole - 1) / ARITY] > time) {
            int parent = (hole - 1) / ARITY;
            move(parent, hole);
            hole = parent;
        }
        put(hole, time, subject);
    }

    /** Puts the next event of a subject into the place of its last one, which was the first of all. */
    void replaceFirst(double time, int subject) {
        int hole = 0;
        while (true) {
            int first = hole * ARITY + 1;
            if (first >= size) {
                break;
            }
            int least = least(first);
            // At the same time, whatever was there before goes first.
            if (time < times[least]) {
                break;
            }
            move(least, hole);
            hole = least;
        }
        put(hole, time, subject);
    }

    private int least(int first) {
        int least = first;
        int end = Math.min(first + ARITY, size);
        for (int child = first + 1; child < end; child++) {
            if (times[child] < times[least] || (times[child] == times[least] && orders[child] < orders[least])) {
                least = child;
            }
        }
        return least;
    }

    private void move(int from, int to) {
        times[to] = times[from];
        orders[to] = orders[from];
        subjects[to] = subjects[from];
    }

    private void put(int at, double time, int subject) {
        times[at] = time;
        orders[at] = scheduled++;
        subjects[at] = subject;
    }
}
