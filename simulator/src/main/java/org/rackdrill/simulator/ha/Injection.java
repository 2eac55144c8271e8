package org.rackdrill.simulator.ha;

import java.util.List;

/** Something that happens to a cluster from outside. */
public sealed interface Injection {

    /** A node gets power, or loses it at once. The network follows. */
    record Power(int node, boolean on) implements Injection {}

    /** A node's network is plugged in or out. */
    record Network(int node, boolean on) implements Injection {}

    /**
     * A node is shut down in good order.
     *
     * @param reboot whether it comes back
     */
    record Shutdown(int node, boolean reboot) implements Injection {}

    /** A node's agent is restarted, as by an update. */
    record RestartAgent(int node) implements Injection {}

    /** A node's cluster resource manager is started or stopped alone. */
    record Crm(int node, boolean start) implements Injection {}

    /**
     * A node's view of the shared filesystem breaks or heals.
     *
     * @param access whether reading and writing is meant; otherwise it is the update alone
     */
    record Filesystem(int node, boolean access, boolean works) implements Injection {}

    /** All cluster resource managers, or all agents, miss some rounds. */
    record SkipRounds(boolean crm, int rounds) implements Injection {}

    /** Nothing is injected for some time. */
    record Delay(int seconds) implements Injection {}

    /** A person changes the configuration or asks for something. */
    record Change(Observation.Edit edit) implements Injection {}

    /**
     * A service is configured.
     *
     * @param running whether its guest already runs
     */
    record Add(int service, ServiceConfig config, boolean running) implements Injection {}

    /**
     * The network falls into parts.
     *
     * @param sides the part of each node; all alike heals it
     * @param deviceSide the part that reaches the quorum device, or -1
     */
    record Partition(List<Integer> sides, int deviceSide) implements Injection {}
}
