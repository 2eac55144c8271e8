package org.rackdrill.simulator.ha;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Who reaches whom, and which side has quorum. */
final class Links {
    final boolean[] power;
    final boolean[] network;
    private final int[] sides;
    private int deviceSide;
    private final Physics physics;

    Links(Physics physics) {
        int nodes = physics.votes().size();
        this.physics = physics;
        this.power = new boolean[nodes];
        this.network = new boolean[nodes];
        this.sides = new int[nodes];
    }

    void split(Injection.Partition partition) {
        Arrays.setAll(sides, node -> partition.sides().get(node));
        deviceSide = partition.deviceSide();
    }

    Object shape() {
        return List.of(
                Arrays.toString(power), Arrays.toString(network), Arrays.toString(sides), String.valueOf(deviceSide));
    }

    BitSet members(int node) {
        BitSet members = new BitSet();
        for (int other = 0; other < sides.length; other++) {
            members.set(other, reaches(node, other));
        }
        return members;
    }

    private boolean reaches(int node, int other) {
        boolean both = power[other] && network[other] && power[node] && network[node];
        return both && sides[other] == sides[node];
    }

    /** Returns whether a node's side has more than half of all votes. */
    boolean quorate(int node) {
        int votes = 0;
        int all = physics.deviceVotes();
        for (int other = 0; other < sides.length; other++) {
            int own = physics.votes().get(other);
            all += own;
            votes += reaches(node, other) ? own : 0;
        }
        if (votes > 0 && deviceSide == sides[node]) {
            votes += physics.deviceVotes();
        }
        return votes > all / 2;
    }
}
