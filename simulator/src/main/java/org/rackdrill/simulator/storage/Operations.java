package org.rackdrill.simulator.storage;

import java.util.Arrays;

/** Operations that are planned, wait or are served, in primitive arrays whose places are used again. */
final class Operations {

    static final int NONE = -1;

    static final byte READ = 0;
    static final byte WRITE = 1;
    static final byte SYNC_WRITE = 2;

    static final byte ORDINARY = 0;

    /** What memory holds already and must go to the devices. */
    static final byte LATE = 1;

    static final byte BACKGROUND = 2;
    static final int URGENCIES = 3;

    int[] device = new int[64];
    byte[] kind = new byte[64];
    byte[] urgency = new byte[64];
    double[] place = new double[64];
    double[] bytes = new double[64];
    int[] phase = new int[64];

    /** The request that it belongs to. */
    int[] request = new int[64];

    /** When it came to its device. */
    double[] since = new double[64];

    /** Its angle on a platter, from 0 to 1. */
    double[] angle = new double[64];

    /** A number from 0 to 1 for a seek that depends on nothing. */
    double[] drawn = new double[64];

    /** The next of its request while it is planned, the next in the queue while it waits, or the next unused place. */
    int[] next = new int[64];

    private int unused = NONE;
    private int used;

    void clear() {
        unused = NONE;
        used = 0;
    }

    int add(int ofDevice, byte ofKind, double atPlace, double ofBytes, int inPhase) {
        int operation = unused;
        if (operation == NONE) {
            operation = used++;
            if (operation == device.length) {
                grow(2 * operation);
            }
        } else {
            unused = next[operation];
        }
        device[operation] = ofDevice;
        kind[operation] = ofKind;
        place[operation] = atPlace;
        bytes[operation] = ofBytes;
        phase[operation] = inPhase;
        next[operation] = NONE;
        return operation;
    }

    void follow(int operation, int by) {
        next[operation] = by;
    }

    void remove(int operation) {
        next[operation] = unused;
        unused = operation;
    }

    private void grow(int length) {
        device = Arrays.copyOf(device, length);
        kind = Arrays.copyOf(kind, length);
        urgency = Arrays.copyOf(urgency, length);
        place = Arrays.copyOf(place, length);
        bytes = Arrays.copyOf(bytes, length);
        phase = Arrays.copyOf(phase, length);
        request = Arrays.copyOf(request, length);
        since = Arrays.copyOf(since, length);
        angle = Arrays.copyOf(angle, length);
        drawn = Arrays.copyOf(drawn, length);
        next = Arrays.copyOf(next, length);
    }
}
