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
            boolean reachable = power[other] && network[other] && sides[other] == sides[node];
            members.set(other, reachable && power[node] && network[node]);
        }
        return members;
    }

    /** Returns whether a node's side has more than half of all votes. */
    boolean quorate(int node) {
        BitSet members = members(node);
        int votes = members.stream().map(other -> physics.votes().get(other)).sum();
        if (votes > 0 && deviceSide == sides[node]) {
            votes += physics.deviceVotes();
        }
        int all = physics.votes().stream().mapToInt(Integer::intValue).sum() + physics.deviceVotes();
        return votes > all / 2;
    }
}
