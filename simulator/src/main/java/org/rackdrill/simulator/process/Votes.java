package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.ClusterPlan;

/** Who has a majority: the members that reach more than half of all votes. */
final class Votes {

    private final Machines machines;
    private final Network network;

    Votes(Machines machines, Network network) {
        this.machines = machines;
        this.network = network;
    }

    /** Returns whether somebody with a vote may reach others than before. */
    boolean relinked(ClusterPlan cluster) {
        boolean relinked = cluster.tieBreaker() >= 0 && network.relinked(cluster.tieBreaker());
        for (int member : cluster.members()) {
            relinked |= network.relinked(member);
        }
        return relinked;
    }

    /** Returns the members of a cluster that have a majority, as a mask of their places. */
    long majority(ClusterPlan cluster) {
        long all = 0;
        for (int i = 0; i < cluster.members().length; i++) {
            int node = cluster.members()[i];
            all |= machines.nodeUp(node) && hasQuorum(cluster, node) ? 1L << i : 0;
        }
        return all;
    }

    private boolean hasQuorum(ClusterPlan cluster, int node) {
        if (!cluster.needsQuorum()) {
            return true;
        }
        int votes = 0;
        boolean first = true;
        int tie = cluster.tieBreaker();
        boolean tieAlive = tie >= 0 && machines.nodeUp(tie);
        for (int other : cluster.members()) {
            if (!machines.nodeUp(other)) {
                continue;
            }
            if (network.between(node, other)) {
                votes++;
            } else if (other < node && tieAlive && network.between(other, tie)) {
                // Two halves see the tie-breaker; it sides with the one that has the lowest node.
                first = false;
            }
        }
        if (tieAlive && first && network.between(node, tie)) {
            votes++;
        }
        return votes >= cluster.votesNeeded();
    }
}
