package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.BitSet;
import org.rackdrill.simulator.ha.Lrm.Report;
import org.rackdrill.simulator.ha.Observation.View;

/** What a master believes of the nodes, and how it proves that one is dead. */
final class NodeWatch {
    /** Seconds for which a node must be gone before it is fenced. Source: admin guide, about one minute. */
    static final long FENCE_DELAY = 60;
    /** Seconds after which a node that was taken out of the cluster is forgotten. */
    static final long FORGET = 3600;

    private final Turn turn;
    private final HaState state;
    private final View view;
    private final Crm.Mind mind;

    NodeWatch(Turn turn, View view, Crm.Mind mind) {
        this.turn = turn;
        this.state = turn.state;
        this.view = view;
        this.mind = mind;
    }

    void look() {
        BitSet members = view.members();
        for (int node = members.nextSetBit(0); node >= 0; node = members.nextSetBit(node + 1)) {
            mind.lastOnline.put(node, turn.now);
            boolean maintenance = inMaintenance(node);
            switch (state.node(node)) {
                case ONLINE -> {
                    if (maintenance) {
                        set(node, NodeState.MAINTENANCE);
                    }
                }
                case MAINTENANCE -> {
                    if (!maintenance) {
                        set(node, NodeState.ONLINE);
                    }
                }
                case UNKNOWN, GONE -> set(node, NodeState.ONLINE);
                case FENCE -> {}
            }
        }
        for (int node : new ArrayList<>(state.nodeStates.keySet())) {
            if (!members.get(node)) {
                missed(node);
            }
        }
    }

    private void missed(int node) {
        switch (state.node(node)) {
            case ONLINE -> set(node, NodeState.UNKNOWN);
            case MAINTENANCE -> {
                if (!inMaintenance(node)) {
                    set(node, NodeState.UNKNOWN);
                }
            }
            case UNKNOWN -> {
                if (node >= state.nodes) {
                    set(node, NodeState.GONE);
                }
            }
            case GONE -> {
                if (offlineFor(node, FORGET)) {
                    state.nodeStates.remove(node);
                }
            }
            case FENCE -> {}
        }
    }

    private boolean inMaintenance(int node) {
        Report report = state.reports.get(node);
        return report != null && report.mode() == LrmMode.MAINTENANCE;
    }

    private void set(int node, NodeState next) {
        turn.say(Kind.NODE_STATE, -1, node, -1, state.node(node) + ">" + next);
        state.nodeStates.put(node, next);
    }

    boolean operational(int node) {
        return online(node) || state.node(node) == NodeState.MAINTENANCE;
    }

    boolean online(int node) {
        return state.node(node) == NodeState.ONLINE;
    }

    /** Returns whether a node has been gone for long. The first question starts the time where no master saw it. */
    boolean lost(int node) {
        return !online(node) && offlineFor(node, FENCE_DELAY);
    }

    private boolean offlineFor(int node, long seconds) {
        Long last = mind.lastOnline.putIfAbsent(node, turn.now);
        return last != null && turn.now - last >= seconds;
    }

    /** Tries to prove that a node is dead, by holding the lock that its agent would need to run anything. */
    boolean fence(int node) {
        if (state.node(node) != NodeState.FENCE) {
            set(node, NodeState.FENCE);
            turn.say(Kind.FENCE_MAIL, -1, node, -1, "");
        }
        if (!turn.lease(node, view.quorate())) {
            return false;
        }
        turn.say(Kind.FENCED, -1, node, -1, "");
        set(node, NodeState.UNKNOWN);
        turn.say(Kind.FENCED_MAIL, -1, node, -1, "");
        return true;
    }
}
