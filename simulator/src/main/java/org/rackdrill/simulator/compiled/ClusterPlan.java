package org.rackdrill.simulator.compiled;

import java.util.Optional;
import org.rackdrill.simulator.timeline.Timeline;

/**
 * A cluster.
 *
 * @param members numbers of nodes
 * @param tieBreaker number of a node, or -1
 * @param votesNeeded half of all votes, and one
 * @param timeline when its manager acts
 * @param fencing whether a member without majority is reset
 * @param pace how soon Pacemaker acts; none: the timeline has its own times
 * @param stream the luck of where in a round of the manager the history begins
 * @param ceph the point of its shared storage, or -1
 * @param cephMinimum members that must be up for it
 */
public record ClusterPlan(
        String name,
        int[] members,
        int tieBreaker,
        int votesNeeded,
        boolean needsQuorum,
        Timeline timeline,
        boolean fencing,
        Optional<PacePlan> pace,
        int stream,
        int ceph,
        int cephMinimum) {}
