package org.rackdrill.simulator.storage;

/**
 * One request while it is put together: phases one after the other, in each of them operations side by side. The next
 * phase begins when the last operation of the one before is done.
 */
public final class Plan {

    private final Operations operations;
    private final Station[] stations;
    private int first;
    private int last;
    private int phase;
    private double afterMillis;
    private byte urgency;

    Plan(Operations operations, Station[] stations) {
        this.operations = operations;
        this.stations = stations;
    }

    void begin() {
        first = Operations.NONE;
        last = Operations.NONE;
        phase = 0;
        afterMillis = 0;
        urgency = Operations.ORDINARY;
    }

    /**
     * Adds a read.
     *
     * @param device its number in the rig
     * @param place where on the device, from 0 to 1
     */
    public Plan read(int device, double place, double bytes) {
        return add(device, Operations.READ, place, bytes);
    }

    /** Adds a write that is done when the device has it in its cache. */
    public Plan write(int device, double place, double bytes) {
        return add(device, Operations.WRITE, place, bytes);
    }

    /** Adds a write that is done when a power cut cannot take it away. */
    public Plan syncWrite(int device, double place, double bytes) {
        return add(device, Operations.SYNC_WRITE, place, bytes);
    }

    /** Ends a phase: what is added from here on begins when all before is done. */
    public Plan then() {
        phase++;
        return this;
    }

    /** Lets everything that is added from here on wait until a device has nothing else to do: a scrub, a backup. */
    public Plan inBackground() {
        urgency = Operations.BACKGROUND;
        return this;
    }

    /** Lets everything that is added from here on give way to what somebody waits for: writes that memory holds. */
    public Plan late() {
        urgency = Operations.LATE;
        return this;
    }

    /** Lets time pass before the first operation, in which no device works for it. */
    public Plan after(double millis) {
        afterMillis += millis;
        return this;
    }

    /** Returns how many operations wait at a device or are served there. */
    public int underWay(int device) {
        return stations[device].underWay();
    }

    int first() {
        return first;
    }

    double afterMillis() {
        return afterMillis;
    }

    private Plan add(int device, byte kind, double place, double bytes) {
        int operation = operations.add(device, kind, place, bytes, phase);
        operations.urgency[operation] = urgency;
        if (first == Operations.NONE) {
            first = operation;
        } else {
            operations.follow(last, operation);
        }
        last = operation;
        return this;
    }
}
