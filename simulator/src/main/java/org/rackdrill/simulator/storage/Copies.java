package org.rackdrill.simulator.storage;

/**
 * Devices in groups, each with the same records: one a group is a stripe, all in one group a mirror, pairs are RAID 10.
 * A read goes where the fewest operations are under way; a write goes to the whole group.
 *
 * @param first the number of the first device in the rig
 * @param devices a multiple of {@code copies}
 * @param copies how many have the same; at least 1
 * @param lost a device that has failed, or {@link Layout#ALL_WORK}
 */
public record Copies(int first, int devices, int copies, int lost) implements Layout {

    public Copies {
        Positive.atLeastOne("copies", copies);
        Positive.atLeastOne("devices", devices);
        if (devices % copies != 0) {
            throw new IllegalArgumentException(devices + " devices cannot hold groups of " + copies);
        }
        Layout.mayLose(lost, first, devices);
        if (lost != ALL_WORK && copies == 1) {
            throw new IllegalArgumentException("a stripe without one of its devices holds nothing whole");
        }
    }

    /** A layout of which all devices work. */
    public Copies(int first, int devices, int copies) {
        this(first, devices, copies, ALL_WORK);
    }

    @Override
    public Copies without(int device) {
        return new Copies(first, devices, copies, device);
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        int group = group(record);
        // Equals share the work, each with records of its own.
        int turn = record / (devices / copies) % copies;
        int best = group + turn;
        for (int i = 1; i < copies; i++) {
            int other = group + (turn + i) % copies;
            if (best == lost || (other != lost && plan.underWay(other) < plan.underWay(best))) {
                best = other;
            }
        }
        plan.read(best, place, bytes);
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        int group = group(record);
        for (int copy = 0; copy < copies; copy++) {
            if (group + copy != lost) {
                write.to(plan, group + copy, place, write.bytes());
            }
        }
    }

    /** Returns the first device that has a record. */
    private int group(int record) {
        return first + record % (devices / copies) * copies;
    }
}
