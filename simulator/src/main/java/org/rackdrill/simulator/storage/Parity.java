package org.rackdrill.simulator.storage;

/**
 * RAID 5 and RAID 6 as the layer below a file system knows them, which includes SHR on equal disks: stripes of chunks
 * with one or two of parity, in turn on every device. A write of less than a stripe reads what it replaces and the old
 * parity first (Chen and others, ACM Computing Surveys 26(2), 1994: four operations for a small write, six with two of
 * parity).
 *
 * @param first the number of the first device in the rig
 * @param devices more than {@code parities}
 * @param parities 1 or 2
 * @param chunkBytes how much of a stripe lies on one device
 */
public record Parity(int first, int devices, int parities, double chunkBytes) implements Layout {

    public Parity {
        Positive.atLeastOne("parities", parities);
        Positive.atLeastOne("devices - parities", devices - parities);
        Positive.number("chunkBytes", chunkBytes);
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        int chunks = chunks(bytes);
        for (int i = 0; i < chunks; i++) {
            plan.read(device(record, data(record, i)), place, bytes / chunks);
        }
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        int chunks = chunks(write.bytes());
        double each = write.bytes() / chunks;
        if (chunks < devices - parities) {
            read(plan, record, place, write.bytes());
            for (int i = 0; i < parities; i++) {
                plan.read(device(record, devices - parities + i), place, each);
            }
            plan.then();
        }
        for (int i = 0; i < chunks; i++) {
            write.to(plan, device(record, data(record, i)), place, each);
        }
        for (int i = 0; i < parities; i++) {
            write.to(plan, device(record, devices - parities + i), place, each);
        }
    }

    /** Returns how many chunks a request touches; what is more than a stripe is spread over its chunks. */
    private int chunks(double bytes) {
        return (int) Math.min(devices - parities, Math.max(1, Math.ceil(bytes / chunkBytes)));
    }

    /** Returns the column of the i-th chunk of a record. */
    private int data(int record, int i) {
        return (record + i) % (devices - parities);
    }

    private int device(int record, int column) {
        int stripe = record / (devices - parities);
        return first + (stripe + column) % devices;
    }
}
