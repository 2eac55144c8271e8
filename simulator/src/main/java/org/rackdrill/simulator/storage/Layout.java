package org.rackdrill.simulator.storage;

/** How a request for a record becomes operations of several devices. */
public sealed interface Layout permits Ceph, Copies, Parity, Raidz, Remote {

    /** No device has failed. */
    int ALL_WORK = -1;

    /**
     * Adds what a read takes.
     *
     * @param record its number, which says on which devices it lies
     * @param place where on each of them, from 0 to 1
     * @param bytes how many of the record are wanted
     */
    void read(Plan plan, int record, double place, double bytes);

    /**
     * Adds what a write takes, until all devices that must have it have it.
     *
     * @param write what is written
     */
    void write(Plan plan, int record, double place, Write write);

    /**
     * Returns the same layout while one of its devices has failed and is not replaced.
     *
     * @param device its number in the rig
     * @throws IllegalArgumentException when records are gone without it
     */
    Layout without(int device);

    /** Refuses a device that is none of a layout's. */
    static void mayLose(int device, int first, int devices) {
        if (device != ALL_WORK && (device < first || device >= first + devices)) {
            throw new IllegalArgumentException(
                    "device " + device + " is none of " + first + " to " + (first + devices - 1));
        }
    }

    /**
     * What is written of a record.
     *
     * @param sync whether a power cut must not take it away
     * @param known whether the whole record is in memory, so that nobody has to read the rest of it
     */
    record Write(double bytes, boolean sync, boolean known) {

        void to(Plan plan, int device, double place, double part) {
            if (sync) {
                plan.syncWrite(device, place, part);
            } else {
                plan.write(device, place, part);
            }
        }
    }
}
