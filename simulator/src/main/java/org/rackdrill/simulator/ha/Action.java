package org.rackdrill.simulator.ha;

/** What the machine wants done outside of it. */
public sealed interface Action {

    /** Something that the daemons write into the log. */
    record Say(Entry entry) implements Action {}

    /**
     * Something done to a daemon's watchdog. An open watchdog that is not fed resets the node.
     *
     * @param crm whether it is that of the cluster resource manager; otherwise that of the agent
     * @param feed whether it is opened or fed; otherwise it is closed
     */
    record Watchdog(int node, boolean crm, boolean feed) implements Action {}

    /** Start a guest. */
    record StartGuest(int node, int service) implements Action {}

    /**
     * Stop a guest.
     *
     * @param timeoutSeconds how long it may take; 0 pulls the plug, -1 is the guest's default
     */
    record StopGuest(int node, int service, int timeoutSeconds) implements Action {}

    /**
     * Move a guest.
     *
     * @param live while it runs; otherwise it is stopped first
     */
    record MoveGuest(int node, int service, int target, boolean live) implements Action {}

    /** A daemon has ended in good order. */
    record Exit(int node, boolean crm) implements Action {}
}
