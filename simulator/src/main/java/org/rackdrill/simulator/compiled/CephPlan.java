package org.rackdrill.simulator.compiled;

/**
 * Replicated storage over the members of a cluster. Each object has one copy on each of {@code size} members, on any of
 * their disks.
 *
 * @param cluster its number
 * @param members numbers of nodes
 * @param pools for each member the number of the pool whose disks it takes, or -1
 * @param disks for each member how many there are
 * @param diskHours for each member until the copies of one lost disk are made again
 * @param rebuildParameter for each member, scales the rate of that
 * @param recovery until a member that came back holds fresh copies again
 * @param stream for each member its luck with that
 * @param loss the mode that a person repairs when some object has lost all its copies
 * @param wholeMembers whether disks, recovery and grace are left out, and only members count
 */
public record CephPlan(
        int cluster,
        int[] members,
        int[] pools,
        int[] disks,
        int size,
        int minSize,
        double[] diskHours,
        int[] rebuildParameter,
        int recovery,
        int[] stream,
        int loss,
        boolean wholeMembers) {}
