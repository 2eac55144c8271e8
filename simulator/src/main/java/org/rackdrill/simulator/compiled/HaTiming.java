package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Cluster;

/**
 * How long a cluster's manager takes, in seconds. Proxmox: the medians of its own regression logs: services are
 * reassigned 120 s after a hard loss, 170 s when the master is lost (lock expiry and a fresh delay of 60 s), 80 s after
 * an ordered shutdown; a node without quorum resets itself after 60 s. Pacemaker: token timeout, fencing and start as
 * documented defaults. Keepalived: three missed advertisements.
 *
 * @param recover from the loss of a node to the start of its guests elsewhere
 * @param recoverMaster the same when the lost node was the master
 * @param recoverOrdered the same after an ordered shutdown
 * @param watchdog until a node without quorum resets itself; negative: it does not
 * @param resume from quorum to the first start of a managed guest
 * @param failback from a node's return to the move back
 */
public record HaTiming(
        double recover, double recoverMaster, double recoverOrdered, double watchdog, double resume, double failback) {

    /** Returns the timing of a manager; without one nobody recovers anything. */
    public static HaTiming of(Cluster.Manager manager) {
        double never = Double.POSITIVE_INFINITY;
        return switch (manager) {
            case PROXMOX_HA -> new HaTiming(120, 170, 80, 60, 30, 60);
            case PACEMAKER -> new HaTiming(35, 35, 10, 25, 10, 60);
            case KEEPALIVED -> new HaTiming(4, 4, 1, -1, 0, 5);
            case NONE -> new HaTiming(never, never, never, -1, 0, never);
        };
    }

    /** Returns the same timing, with nodes that never reset themselves. */
    HaTiming withoutWatchdog() {
        return new HaTiming(recover, recoverMaster, recoverOrdered, -1, resume, failback);
    }
}
