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
 */
public record Raidz(int first, RaidzGroup group, long recordBytes) implements Layout {

    public Raidz {
        Positive.number("recordBytes", recordBytes);
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        for (int column = 0; column < group.dataColumns(recordBytes); column++) {
            plan.read(device(record, group.parity() + column), place, group.columnBytes(recordBytes, column));
        }
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        if (write.bytes() < recordBytes && !write.known()) {
            read(plan, record, place, write.bytes());
            plan.then();
        }
        for (int i = 0; i < group.parity(); i++) {
            write.to(plan, device(record, i), place, group.columnBytes(recordBytes, 0));
        }
        for (int column = 0; column < group.dataColumns(recordBytes); column++) {
            int device = device(record, group.parity() + column);
            write.to(plan, device, place, group.columnBytes(recordBytes, column));
        }
    }

    private int device(int record, int column) {
        return first + (record + column) % group.disks();
    }
}
