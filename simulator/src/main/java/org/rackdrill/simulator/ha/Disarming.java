package org.rackdrill.simulator.ha;

import java.util.List;
import org.rackdrill.simulator.ha.HaState.Disarm;
import org.rackdrill.simulator.ha.Lrm.Report;

/** Letting go of all locks and watchdogs for a maintenance of the network, and taking them up again. */
final class Disarming {
    private final Turn turn;
    private final HaState state;

    Disarming(Turn turn) {
        this.turn = turn;
        this.state = turn.state;
    }

    void disarm(Order.Disarm order) {
        if (state.disarm != null) {
            turn.say(Kind.DISARM_REPEATED, state.disarm.done() ? "disarmed" : "disarming");
            return;
        }
        turn.say(Kind.ORDER_READ, order.toString());
        state.disarm = new Disarm(order.freeze(), false, false);
    }

    void arm(Order.Arm order) {
        Disarm disarm = state.disarm;
        if (disarm == null) {
            turn.say(Kind.ARM_IGNORED);
            return;
        }
        turn.say(Kind.ORDER_READ, order.toString());
        state.disarm = null;
        if (disarm.freeze()) {
            return;
        }
        for (int service : List.copyOf(state.status.keySet())) {
            ServiceStatus status = state.status.get(service);
            ServiceConfig config = state.configured.get(service);
            if (status != null && config != null && status.node() != config.node()) {
                turn.say(Kind.CARRIED, service, status.node(), config.node(), "");
                state.status.put(service, status.at(config.node()));
            }
        }
    }

    void round() {
        Disarm disarm = state.disarm;
        if (disarm == null) {
            return;
        }
        for (var entry : state.status.entrySet()) {
            if (inTheWay(entry.getValue())) {
                turn.sayOf(
                        entry.getKey(),
                        Kind.DISARM_WAITS,
                        entry.getValue().state().name());
                return;
            }
        }
        if (disarm.freeze()) {
            freeze();
        } else {
            suspend(disarm);
        }
        if (!disarm.done() && allLetGo()) {
            turn.say(Kind.DISARMED);
            state.disarm = new Disarm(disarm.freeze(), true, true);
        } else {
            state.disarm = new Disarm(disarm.freeze(), true, disarm.done());
        }
    }

    private static boolean inTheWay(ServiceStatus status) {
        return switch (status.state()) {
            case FENCE, RECOVERY, MIGRATE, RELOCATE -> true;
            default -> false;
        };
    }

    private void freeze() {
        for (int service : List.copyOf(state.status.keySet())) {
            ServiceStatus status = state.status.get(service);
            if (status == null || status.state() == ServiceState.FREEZE || status.state() == ServiceState.ERROR) {
                continue;
            }
            turn.sayOf(service, Kind.DISARM_FREEZES, status.state().name());
            state.status.put(service, status.changed(ServiceState.FREEZE, status.node(), -1, -1, turn.mint()));
        }
    }

    /** Done once: after that the list stays as it is. */
    private void suspend(Disarm disarm) {
        if (disarm.suspended()) {
            return;
        }
        state.status.keySet().forEach(service -> turn.sayOf(service, Kind.DISARM_IGNORES));
    }

    private boolean allLetGo() {
        for (var entry : state.nodeStates.entrySet()) {
            boolean present = entry.getValue() == NodeState.ONLINE || entry.getValue() == NodeState.MAINTENANCE;
            Report report = state.reports.get(entry.getKey());
            if (present && report != null && !letGo(entry.getKey(), report)) {
                return false;
            }
        }
        return true;
    }

    private boolean letGo(int node, Report report) {
        if (report.mode() == LrmMode.MAINTENANCE) {
            return !state.holdsAgentLock(node, turn.now);
        }
        return report.mode() == LrmMode.DISARM && report.state() == LrmState.WAIT_FOR_AGENT_LOCK;
    }
}
