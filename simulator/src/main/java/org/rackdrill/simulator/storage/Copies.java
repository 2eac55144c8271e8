package org.rackdrill.simulator.storage;

/**
 * Devices in groups, each with the same records: one a group is a stripe, all in one group a mirror, pairs are RAID 10.
 * A read goes where the fewest operations are under way; a write goes to the whole group.
 *
 * @param first the number of the first device in the rig
 * @param devices a multiple of {@code copies}
 * @param copies how many have the same; at least 1
 */
public record Copies(int first, int devices, int copies) implements Layout {

    public Copies {
        Positive.atLeastOne("copies", copies);
        Positive.atLeastOne("devices", devices);
        if (devices % copies != 0) {
            throw new IllegalArgumentException(devices + " devices cannot hold groups of " + copies);
        }
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        int group = group(record);
        // Equals share the work, each with records of its own.
        int turn = record / (devices / copies) % copies;
        int best = group + turn;
        for (int i = 1; i < copies; i++) {
            int other = group + (turn + i) % copies;
            if (plan.underWay(other) < plan.underWay(best)) {
                best = other;
            }
        }
        plan.read(best, place, bytes);
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        int group = group(record);
        for (int copy = 0; copy < copies; copy++) {
            write.to(plan, group + copy, place, write.bytes());
        }
    }

    /** Returns the first device that has a record. */
    private int group(int record) {
        return first + record % (devices / copies) * copies;
    }
}
