package org.rackdrill.simulator.ha;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one node sees at one moment. Nothing else reaches the machine: no clock, no network, no disk. */
public sealed interface Observation {

    /** Seconds since the beginning, on the clock of the node that observes. */
    long at();

    /**
     * A node's view of the cluster.
     *
     * @param quorate whether it belongs to the side that has quorum
     * @param members the nodes that it sees as members, none without quorum
     * @param readable whether the shared filesystem can be read and written
     * @param updated whether the shared filesystem could be brought up to date
     * @param running the services that run anywhere; only the dynamic scheduler asks
     * @param used what runs on each node uses; only the dynamic scheduler asks
     */
    record View(boolean quorate, BitSet members, boolean readable, boolean updated, BitSet running, List<Load> used) {}

    /** A round of a node's cluster resource manager. */
    record CrmTurn(long at, int node, View view) implements Observation {}

    /**
     * The beginning of a round of a node's agent.
     *
     * @param running the services that run on the node
     */
    record LrmTurn(long at, int node, View view, BitSet running) implements Observation {}

    /** The end of a round of a node's agent, after what it could do at once is done. */
    record LrmTurnEnds(long at, int node, View view) implements Observation {}

    /**
     * The end of something that an agent did to a guest.
     *
     * @param good whether the guest is where and how it was to be
     */
    record JobDone(long at, int node, int service, boolean good) implements Observation {}

    /** Both daemons of a node start. */
    record NodeStarted(long at, int node) implements Observation {}

    /** The cluster resource manager of a node starts alone. */
    record CrmStarted(long at, int node) implements Observation {}

    /** The agent of a node starts alone. */
    record LrmStarted(long at, int node) implements Observation {}

    /** The cluster resource manager of a node is asked to end. */
    record CrmStopRequested(long at, int node) implements Observation {}

    /**
     * The agent of a node is asked to end.
     *
     * @param nodeStops whether the whole node goes down
     * @param reboot whether it comes back
     */
    record LrmStopRequested(long at, int node, View view, boolean nodeStops, boolean reboot) implements Observation {}

    /** A daemon is gone, whatever it was doing. */
    record Gone(long at, int node, boolean crm) implements Observation {}

    /** A person changes the configuration or asks for something. */
    record Edited(long at, Edit edit) implements Observation {}

    /** What a person can change. */
    sealed interface Edit {}

    /** Something for the master to do. */
    record Asked(Order order) implements Edit {}

    /** A service is to be managed in another way. */
    record Wanted(int service, Requested requested) implements Edit {}

    /** A service is configured. */
    record Added(int service, ServiceConfig config) implements Edit {}

    /** A service is no longer configured. */
    record Deleted(int service) implements Edit {}

    /** A guest is locked, or unlocked with null. */
    record Locked(int service, @Nullable String lock) implements Edit {}

    /** A guest was moved by hand. */
    record Carried(int service, int target) implements Edit {}

    /** What a service may use at most has changed. */
    record Limited(int service, Load most) implements Edit {}

    /** What a service uses has changed. */
    record Used(int service, Load use) implements Edit {}

    /** A node's software was updated. */
    record Updated(int node, String version) implements Edit {}
}
