package org.rackdrill.simulator.storage;

import org.rackdrill.model.lab.RaidzGroup;

/**
 * RAID-Z: each record is a stripe of its own over the devices, since its checksum is that of the whole. So every read
 * reads the whole record, and a write of a part reads it first unless it is in memory; whatever is written, nothing old
 * has to be read for the parity.
 *
 * @param first the number of the first device in the rig
 * @param group the devices
 * @param recordBytes the record size of the file system
 * @param lost a device that has failed, or {@link Layout#ALL_WORK}
 */
public record Raidz(int first, RaidzGroup group, long recordBytes, int lost) implements Layout {

    public Raidz {
        Positive.number("recordBytes", recordBytes);
        Layout.mayLose(lost, first, group.disks());
    }

    /** A layout of which all devices work. */
    public Raidz(int first, RaidzGroup group, long recordBytes) {
        this(first, group, recordBytes, ALL_WORK);
    }

    @Override
    public Raidz without(int device) {
        return new Raidz(first, group, recordBytes, device);
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        int columns = group.dataColumns(recordBytes);
        for (int column = 0; column < columns; column++) {
            int device = device(record, group.parity() + column);
            // The first parity stands in for data that are lost.
            int living = device == lost ? device(record, 0) : device;
            plan.read(living, place, group.columnBytes(recordBytes, device == lost ? 0 : column));
        }
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        if (write.bytes() < recordBytes && !write.known()) {
            read(plan, record, place, write.bytes());
            plan.then();
        }
        for (int i = 0; i < group.parity(); i++) {
            writeLiving(plan, device(record, i), place, group.columnBytes(recordBytes, 0), write);
        }
        int columns = group.dataColumns(recordBytes);
        for (int column = 0; column < columns; column++) {
            int device = device(record, group.parity() + column);
            writeLiving(plan, device, place, group.columnBytes(recordBytes, column), write);
        }
    }

    private void writeLiving(Plan plan, int device, double place, long bytes, Write write) {
        if (device != lost) {
            write.to(plan, device, place, bytes);
        }
    }

    private int device(int record, int column) {
        return first + (record + column) % group.disks();
    }
}
