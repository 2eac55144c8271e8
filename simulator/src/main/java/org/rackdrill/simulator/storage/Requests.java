package org.rackdrill.simulator.storage;

import java.util.Arrays;

/** Requests that are under way, in primitive arrays whose places are used again. */
final class Requests {

    private static final int NONE = -1;

    int[] load = new int[64];
    double[] since = new double[64];

    /** Its first operation that is not given to a device yet. */
    int[] planned = new int[64];

    /** How many operations of the present phase are not done. */
    int[] pending = new int[64];

    private int[] next = new int[64];
    private int unused = NONE;
    private int used;
    private int underWay;

    void clear() {
        unused = NONE;
        used = 0;
        underWay = 0;
    }

    int underWay() {
        return underWay;
    }

    int add(int ofLoad, double now, int operations) {
        int request = unused;
        if (request == NONE) {
            request = used++;
            if (request == load.length) {
                grow(2 * request);
            }
        } else {
            unused = next[request];
        }
        load[request] = ofLoad;
        since[request] = now;
        planned[request] = operations;
        pending[request] = 0;
        underWay++;
        return request;
    }

    void remove(int request) {
        next[request] = unused;
        unused = request;
        underWay--;
    }

    private void grow(int length) {
        load = Arrays.copyOf(load, length);
        since = Arrays.copyOf(since, length);
        planned = Arrays.copyOf(planned, length);
        pending = Arrays.copyOf(pending, length);
        next = Arrays.copyOf(next, length);
    }
}
