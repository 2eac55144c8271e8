package org.rackdrill.simulator.compiled;

/**
 * The protections of a lab and whom they guard; -1 stands where nothing can fail unseen.
 *
 * @param failover of each guest
 * @param shutdown of each UPS
 * @param sync of each copy
 * @param restore of each copy
 * @param alerts of the one who watches
 * @param drillHours between two drills, by {@link org.rackdrill.model.lab.Protection} in its order; 0: never
 * @param drillStreams the luck of when the first drill is
 */
public record Guards(
        ProtectionPlan[] all,
        int[] failover,
        int[] shutdown,
        int[] sync,
        int[] restore,
        int alerts,
        double[] drillHours,
        int[] drillStreams,
        int drillCause) {}
