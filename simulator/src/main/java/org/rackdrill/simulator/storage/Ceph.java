package org.rackdrill.simulator.storage;

import java.util.List;

/**
 * Objects with a copy on each of several nodes, as Ceph keeps them. A read asks the node of the first copy. A write goes
 * there, from there to the nodes of the others, and is answered when all have it on their disks. Which nodes and which of
 * their disks is different for each object; without a disk the next copy is the first.
 *
 * @param disks the numbers of the disks of each node in the rig
 * @param lines the number of the line into each node, in the same order; that out of it is the next
 * @param copies of each object, at most as many as nodes
 * @param delayMillis there and back between two nodes, without data; not negative
 * @param lost a disk that has failed, or {@link Layout#ALL_WORK}
 */
public record Ceph(List<List<Integer>> disks, List<Integer> lines, int copies, double delayMillis, int lost)
        implements Layout {

    public Ceph {
        disks = disks.stream().map(List::copyOf).toList();
        lines = List.copyOf(lines);
        Positive.atLeastOne("copies", copies);
        Positive.orZero("delayMillis", delayMillis);
        if (disks.size() < copies
                || lines.size() != disks.size()
                || disks.stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    copies + " copies on " + disks.size() + " nodes with " + lines.size() + " lines cannot be");
        }
        if (lost != ALL_WORK && copies == 1) {
            throw new IllegalArgumentException("objects without a second copy are gone with their disk");
        }
    }

    @Override
    public Ceph without(int device) {
        return new Ceph(disks, lines, copies, delayMillis, device);
    }

    @Override
    public void read(Plan plan, int record, double place, double bytes) {
        int node = first(record);
        plan.after(delayMillis).read(disk(record, node), place, bytes).then().read(lines.get(node) + 1, place, bytes);
    }

    @Override
    public void write(Plan plan, int record, double place, Write write) {
        int first = first(record);
        plan.after(2 * delayMillis).read(lines.get(first), place, write.bytes()).then();
        for (int copy = 0; copy < copies; copy++) {
            int node = node(record, copy);
            if (node != first && disk(record, node) != lost) {
                plan.read(lines.get(first) + 1, place, write.bytes());
            }
        }
        plan.then();
        for (int copy = 0; copy < copies; copy++) {
            int node = node(record, copy);
            if (node != first && disk(record, node) != lost) {
                plan.read(lines.get(node), place, write.bytes());
            }
        }
        // The first node's own disk has begun earlier, by what the network takes.
        plan.then();
        for (int copy = 0; copy < copies; copy++) {
            int disk = disk(record, node(record, copy));
            if (disk != lost) {
                write.to(plan, disk, place, write.bytes());
            }
        }
    }

    /** Returns the node of the first copy whose disk works. */
    private int first(int record) {
        int node = node(record, 0);
        return disk(record, node) == lost ? node(record, 1) : node;
    }

    private int node(int record, int copy) {
        return (record + copy) % disks.size();
    }

    private int disk(int record, int node) {
        List<Integer> own = disks.get(node);
        return own.get(record / disks.size() % own.size());
    }
}
