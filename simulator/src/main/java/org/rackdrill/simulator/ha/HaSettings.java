package org.rackdrill.simulator.ha;

/**
 * What the datacenter's configuration says about high availability.
 *
 * @param shutdown what a node's shutdown means for its services
 * @param scheduler how nodes are compared
 * @param balanceOnStart whether a node is chosen anew for each start
 * @param rebalance whether running services are moved for balance
 * @param topsis whether the move is chosen by the same comparison as nodes, instead of by trying all
 * @param threshold imbalance above which services are moved
 * @param holdRounds rounds in a row for which the imbalance must last
 * @param margin share by which a move must lower the imbalance
 */
public record HaSettings(
        ShutdownPolicy shutdown,
        Scheduler scheduler,
        boolean balanceOnStart,
        boolean rebalance,
        boolean topsis,
        double threshold,
        int holdRounds,
        double margin) {
    /** What Proxmox VE does when nothing is configured. */
    public static final HaSettings DEFAULT =
            new HaSettings(ShutdownPolicy.CONDITIONAL, Scheduler.BASIC, false, false, false, 0.3, 3, 0.1);

    /** What a node's shutdown means for its services. */
    public enum ShutdownPolicy {
        /** A reboot freezes them, a shutdown has them recovered. */
        CONDITIONAL,
        /** They are frozen. */
        FREEZE,
        /** They are recovered. */
        FAILOVER,
        /** They are moved away first. */
        MIGRATE
    }

    /** How nodes are compared when a service needs one. */
    public enum Scheduler {
        /** By the number of services. */
        BASIC,
        /** By what services are configured to use at most. */
        STATIC,
        /** By what they use now. */
        DYNAMIC
    }

    /** Returns these settings with another shutdown policy. */
    public HaSettings with(ShutdownPolicy policy) {
        return new HaSettings(policy, scheduler, balanceOnStart, rebalance, topsis, threshold, holdRounds, margin);
    }
}
