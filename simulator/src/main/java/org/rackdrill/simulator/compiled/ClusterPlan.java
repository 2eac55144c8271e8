package org.rackdrill.simulator.compiled;

/**
 * A cluster.
 *
 * @param members numbers of nodes
 * @param tieBreaker number of a node, or -1
 * @param votesNeeded half of all votes, and one
 * @param timing of its manager
 * @param ceph the point of its shared storage, or -1
 * @param cephMinimum members that must be up for it
 */
public record ClusterPlan(
        String name,
        int[] members,
        int tieBreaker,
        int votesNeeded,
        boolean needsQuorum,
        HaTiming timing,
        int ceph,
        int cephMinimum) {}
