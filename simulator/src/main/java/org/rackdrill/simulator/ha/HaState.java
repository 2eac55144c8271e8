package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of a managed cluster: what lies on the shared filesystem and what each daemon remembers. To whoever
 * holds one it never changes; {@link HaMachine} alone makes new ones.
 */
public final class HaState {
    final int nodes;
    final TreeMap<Integer, ServiceConfig> configured;
    List<Rule> rules;
    List<Rule.Group> groups;
    HaSettings settings;
    final Load[] capacity;
    final TreeMap<Integer, Load> most;
    final TreeMap<Integer, Load> use;
    final String[] versions;

    final TreeMap<Integer, ServiceStatus> status = new TreeMap<>();
    final TreeMap<Integer, NodeState> nodeStates = new TreeMap<>();
    final boolean[] maintenance;

    @Nullable
    Disarm disarm;

    int master = -1;
    long lastUid;

    final TreeMap<Integer, Lrm.Report> reports = new TreeMap<>();
    /** The master's lock under -1, that of each agent under its node. */
    final TreeMap<Integer, Lease> leases = new TreeMap<>();

    List<Order> orders = new ArrayList<>();
    final TreeMap<Integer, Crm> crms = new TreeMap<>();
    final TreeMap<Integer, Lrm> lrms = new TreeMap<>();

    /**
     * The state of the stack while it is disarmed.
     *
     * @param freeze whether services are frozen rather than ignored
     * @param suspended whether nobody follows the services any more
     * @param done whether all locks and watchdogs are gone
     */
    record Disarm(boolean freeze, boolean suspended, boolean done) {}

    private HaState(int nodes, Load[] capacity, String[] versions, HaSettings settings) {
        this.nodes = nodes;
        this.capacity = capacity;
        this.versions = versions;
        this.settings = settings;
        this.rules = List.of();
        this.groups = List.of();
        this.configured = new TreeMap<>();
        this.most = new TreeMap<>();
        this.use = new TreeMap<>();
        this.maintenance = new boolean[nodes];
    }

    /** Returns the state before the first daemon has started. */
    public static HaState of(HaSetup setup) {
        int nodes = setup.nodes();
        HaState state = new HaState(
                nodes,
                setup.capacity().toArray(Load[]::new),
                setup.versions().toArray(String[]::new),
                setup.settings());
        state.configured.putAll(setup.services());
        state.most.putAll(setup.most());
        state.use.putAll(setup.use());
        state.rules = List.copyOf(setup.rules());
        state.groups = List.copyOf(setup.groups());
        HaSetup.Past past = setup.past();
        past.services().forEach((service, status) -> {
            state.lastUid++;
            state.status.put(service, status.renewed(state.lastUid));
        });
        state.nodeStates.putAll(past.nodes());
        state.master = past.master();
        past.maintenance().forEach(node -> state.maintenance[node] = true);
        return state;
    }

    HaState copy() {
        HaState copy = new HaState(nodes, capacity, versions.clone(), settings);
        copy.configured.putAll(configured);
        copy.rules = rules;
        copy.groups = groups;
        copy.most.putAll(most);
        copy.use.putAll(use);
        copy.status.putAll(status);
        copy.nodeStates.putAll(nodeStates);
        System.arraycopy(maintenance, 0, copy.maintenance, 0, nodes);
        copy.disarm = disarm;
        copy.master = master;
        copy.lastUid = lastUid;
        copy.reports.putAll(reports);
        copy.leases.putAll(leases);
        copy.orders = new ArrayList<>(orders);
        crms.forEach((node, crm) -> copy.crms.put(node, crm.copy()));
        lrms.forEach((node, lrm) -> copy.lrms.put(node, lrm.copy()));
        return copy;
    }

    /** Returns the services that the master has on its list, with what it has written of each. */
    public SortedMap<Integer, ServiceStatus> services() {
        return java.util.Collections.unmodifiableSortedMap(status);
    }

    /** Returns what is configured for a service, or null. */
    public @Nullable ServiceConfig configured(int service) {
        return configured.get(service);
    }

    /** Returns what the master has written of each node. */
    public SortedMap<Integer, NodeState> nodes() {
        return java.util.Collections.unmodifiableSortedMap(nodeStates);
    }

    /** Returns the node that last was master, or -1. */
    public int master() {
        return master;
    }

    /** Returns what a service uses now. */
    public Load use(int service) {
        return use.getOrDefault(service, Load.NONE);
    }

    /** Returns the settings of the datacenter. */
    public HaSettings settings() {
        return settings;
    }

    /** Returns whether the cluster resource manager of a node runs. */
    public boolean hasCrm(int node) {
        return crms.containsKey(node);
    }

    /** Returns whether the agent of a node runs. */
    public boolean hasLrm(int node) {
        return lrms.containsKey(node);
    }

    /** Returns the state of a node's agent, or null where none runs. */
    public @Nullable LrmState agent(int node) {
        Lrm lrm = lrms.get(node);
        return lrm == null ? null : lrm.state;
    }

    /** Returns whether a node's agent holds its lock at that time, however long it has not renewed it. */
    public boolean holdsAgentLock(int node, long at) {
        Lease lease = leases.get(node);
        return lease != null && lease.holder() == node && !lease.lapsed(at);
    }

    boolean fenced(int node) {
        return status.values().stream().anyMatch(s -> s.state() == ServiceState.FENCE && s.node() == node);
    }

    NodeState node(int node) {
        return nodeStates.getOrDefault(node, NodeState.UNKNOWN);
    }

    @Override
    public String toString() {
        return "services " + status + ", nodes " + nodeStates + ", master " + master + ", maintenance "
                + Arrays.toString(maintenance);
    }
}
