package org.rackdrill.simulator.ha;

/** What a person, or the rebalancing, asks of the cluster's manager; it waits in a queue for the master. */
public sealed interface Order {

    /**
     * Move a service.
     *
     * @param live while it runs, where it can
     */
    record Move(int service, int target, boolean live) implements Order {}

    /**
     * Stop a service and keep it stopped.
     *
     * @param timeoutSeconds how long the guest may take; 0 pulls the plug
     */
    record Stop(int service, int timeoutSeconds) implements Order {}

    /** Begin or end the maintenance of a node. */
    record Maintenance(int node, boolean begin) implements Order {}

    /**
     * Let go of all locks and watchdogs.
     *
     * @param freeze whether services are frozen, so that their nodes' agents must return, or ignored, so that people may
     *     move them by hand
     */
    record Disarm(boolean freeze) implements Order {}

    /** Take locks and watchdogs up again. */
    record Arm() implements Order {}
}
