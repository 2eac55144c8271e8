package org.rackdrill.simulator.storage;

/**
 * RAID 5 and RAID 6 as the layer below a file system knows them, which includes SHR on equal disks: stripes of chunks
 * with one or two of parity, in turn on every device. A write of less than a stripe reads what it replaces and the old
 * parity first (Chen and others, ACM Computing Surveys 26(2), 1994: four operations for a small write, six with two of
 * parity). A chunk that is lost is made from the others of its stripe.
 *
 * @param first the number of the first device in the rig
 * @param devices more than {@code parities}
 * @param parities 1 or 2
 * @param chunkBytes how much of a stripe lies on one device
 * @param lost a device that has failed, or {@link Layout#ALL_WORK}
 */
public record Parity(int first, int devices, int parities, double chunkBytes, int lost) implements Layout {

    public Parity {
        Positive.atLeastOne("parities", parities);
        Positive.atLeastOne("devices - parities", devices - parities);
        Positive.number("chunkBytes", chunkBytes);
        Layout.mayLose(lost, first, devices);
    }

    /** A layout of which all devices work. */
    public Parity(int first, int devices, int parities, double chunkBytes) {
        this(first, devices, parities, chunkBytes, ALL_WORK);
    }

    @Override
    public Parity without(int device) {
        return new Parity(first, devices, parities, chunkBytes, device);
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        int chunks = chunks(bytes);
        double each = bytes / chunks;
        if (!touchesLost(record, chunks)) {
            for (int i = 0; i < chunks; i++) {
                plan.read(device(record, data(record, i)), place, each);
            }
            return;
        }
        // All other data, and one parity in place of what is lost.
        readRest(plan, record, place, each, 0);
        plan.read(device(record, data()), place, each);
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        int chunks = chunks(write.bytes());
        double each = write.bytes() / chunks;
        if (touchesLost(record, chunks)) {
            readRest(plan, record, place, each, chunks);
            plan.then();
        } else if (chunks < data() && livingParities(record) > 0) {
            for (int i = 0; i < chunks; i++) {
                plan.read(device(record, data(record, i)), place, each);
            }
            for (int i = 0; i < parities; i++) {
                readLiving(plan, device(record, data() + i), place, each);
            }
            plan.then();
        }
        for (int i = 0; i < chunks; i++) {
            writeLiving(plan, device(record, data(record, i)), place, each, write);
        }
        for (int i = 0; i < parities; i++) {
            writeLiving(plan, device(record, data() + i), place, each, write);
        }
    }

    /** Reads the data of a stripe that are not lost, from the given chunk of the request on. */
    private void readRest(Plan plan, int record, double place, double each, int from) {
        for (int i = from; i < data(); i++) {
            readLiving(plan, device(record, data(record, i)), place, each);
        }
    }

    private void readLiving(Plan plan, int device, double place, double each) {
        if (device != lost) {
            plan.read(device, place, each);
        }
    }

    private void writeLiving(Plan plan, int device, double place, double each, Write write) {
        if (device != lost) {
            write.to(plan, device, place, each);
        }
    }

    private boolean touchesLost(int record, int chunks) {
        for (int i = 0; i < chunks; i++) {
            if (device(record, data(record, i)) == lost) {
                return true;
            }
        }
        return false;
    }

    private int livingParities(int record) {
        int living = 0;
        for (int i = 0; i < parities; i++) {
            living += device(record, data() + i) == lost ? 0 : 1;
        }
        return living;
    }

    /** Returns how many chunks of a stripe are not parity. */
    private int data() {
        return devices - parities;
    }

    /** Returns how many chunks a request touches; what is more than a stripe is spread over its chunks. */
    private int chunks(double bytes) {
        return (int) Math.min(data(), Math.max(1, Math.ceil(bytes / chunkBytes)));
    }

    /** Returns the column of the i-th chunk of a record. */
    private int data(int record, int i) {
        return (record + i) % data();
    }

    private int device(int record, int column) {
        return first + (record / data() + column) % devices;
    }
}
