package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.Lrm.ExitCode;
import org.rackdrill.simulator.ha.Placement.Preference;

/** What a master does next with one service, from its state, the answer of its agent and what people want. */
final class ServiceSteps {
    /** Locks of things that cannot still be under way on a dead node. */
    private static final Set<String> REMOVABLE = Set.of(
            "backup",
            "mounted",
            "migrate",
            "clone",
            "rollback",
            "snapshot",
            "snapshot-delete",
            "suspending",
            "suspended");

    private final Management management;
    private final Turn turn;
    private final HaState state;
    private final NodeWatch watch;

    ServiceSteps(Management management) {
        this.management = management;
        this.turn = management.turn;
        this.state = management.state;
        this.watch = management.watch;
    }

    void step(int service, @Nullable ExitCode answer) {
        switch (status(service).state()) {
            case STOPPED -> stopped(service);
            case REQUEST_START -> requestStart(service);
            case STARTED -> started(service, answer);
            case REQUEST_STOP -> requestStop(service, answer);
            case REQUEST_START_BALANCE, MIGRATE, RELOCATE -> moving(service, answer);
            case RECOVERY -> recovery(service);
            case FREEZE -> {
                if (state.disarm == null && management.mode(status(service).node()) == LrmMode.ACTIVE) {
                    change(service, wanted(service));
                }
            }
            case ERROR -> {
                if (config(service).requested() == Requested.DISABLED) {
                    put(service, status(service).failed(List.of()));
                    change(service, ServiceState.STOPPED);
                }
            }
            case FENCE -> {}
        }
    }

    void change(int service, ServiceState next) {
        change(service, next, -1, -1, -1);
    }

    private void changeAt(int service, ServiceState next, int node) {
        change(service, next, node, -1, -1);
    }

    /** Makes a decision; what was ordered or answered before no longer counts. The numbers are -1 where unchanged. */
    private void change(int service, ServiceState next, int node, int target, int timeoutSeconds) {
        ServiceStatus old = status(service);
        put(service, old.changed(next, node < 0 ? old.node() : node, target, timeoutSeconds, turn.mint()));
        String timeout = timeoutSeconds < 0 ? "" : " " + timeoutSeconds;
        turn.say(Kind.SERVICE_STATE, service, node, target, old.state() + ">" + next + timeout);
    }

    private void requestStart(int service) {
        int current = status(service).node();
        if (state.settings.balanceOnStart()) {
            int chosen = placement().select(service, Preference.BEST);
            if (chosen >= 0) {
                turn.say(Kind.BALANCED, service, chosen, -1, chosen == current ? "current" : "new");
                if (chosen != current) {
                    change(service, ServiceState.REQUEST_START_BALANCE, current, chosen, -1);
                    return;
                }
            }
        }
        changeAt(service, ServiceState.STARTED, current);
    }

    private void requestStop(int service, @Nullable ExitCode answer) {
        if (answer == ExitCode.SUCCESS) {
            change(service, ServiceState.STOPPED);
        } else if (answer != null) {
            turn.sayOf(service, Kind.STOP_FAILED, String.valueOf(answer.number));
            change(service, ServiceState.ERROR);
        } else if (watch.lost(status(service).node())) {
            change(service, ServiceState.FENCE);
        }
    }

    private void moving(int service, @Nullable ExitCode answer) {
        ServiceStatus status = status(service);
        if (answer == null) {
            if (watch.lost(status.node())) {
                change(service, ServiceState.FENCE);
            }
            return;
        }
        switch (answer) {
            case SUCCESS -> changeAt(service, wanted(service), status.target());
            case WRONG_NODE -> {
                turn.sayOf(service, Kind.MOVE_WRONG_NODE);
                change(service, ServiceState.ERROR);
            }
            case IGNORED -> changeAt(service, wanted(service), status.node());
            case ERROR -> {
                turn.sayOf(service, Kind.MOVE_FAILED, String.valueOf(answer.number));
                changeAt(service, wanted(service), status.node());
            }
        }
    }

    private void recovery(int service) {
        int lost = status(service).node();
        int found = placement().select(service, Preference.BEST);
        if (found < 0) {
            turn.say(Kind.NO_RECOVERY_NODE, service, lost, -1, "");
            if (config(service).requested() == Requested.DISABLED) {
                put(service, status(service).failed(List.of()));
                change(service, ServiceState.STOPPED);
            }
            return;
        }
        turn.say(found == lost ? Kind.RECOVERS_HOME : Kind.RECOVERS, service, lost, found == lost ? -1 : found, "");
        ServiceConfig config = config(service);
        if (config.lock() != null && REMOVABLE.contains(config.lock())) {
            turn.sayOf(service, Kind.UNLOCKED, config.lock());
            config = config.locked(null);
        }
        state.configured.put(service, config.at(found));
        changeAt(service, wanted(service), found);
    }

    private void stopped(int service) {
        ServiceConfig config = config(service);
        if (status(service).node() != config.node()) {
            turn.say(Kind.SERVICE_FOUND, service, status(service).node(), config.node(), "");
            put(service, status(service).at(config.node()));
        }
        int node = config.node();
        Order order = status(service).order();
        if (order instanceof Order.Move move && mayGo(service, move)) {
            change(service, stateOf(move), node, move.target(), -1);
            return;
        }
        if (order instanceof Order.Stop) {
            turn.sayOf(service, Kind.STOP_IGNORED);
        }
        put(service, status(service).ordered(null));
        if (config.requested() == Requested.DISABLED) {
            return;
        }
        if (watch.lost(node) && state.node(node) != NodeState.MAINTENANCE) {
            change(service, ServiceState.FENCE);
        } else if (config.requested() == Requested.STARTED) {
            changeAt(service, ServiceState.REQUEST_START, node);
        }
    }

    private boolean mayGo(int service, Order.Move move) {
        String how = stateOf(move).name();
        if (!watch.online(move.target())) {
            turn.say(Kind.MOVE_REFUSED_OFFLINE, service, move.target(), -1, how);
            return false;
        }
        if (status(service).node() == move.target()) {
            turn.say(Kind.MOVE_REFUSED_THERE, service, move.target(), -1, how);
            return false;
        }
        return true;
    }

    private static ServiceState stateOf(Order.Move move) {
        return move.live() ? ServiceState.MIGRATE : ServiceState.RELOCATE;
    }

    private void started(int service, @Nullable ExitCode answer) {
        int node = status(service).node();
        if (!watch.online(node)) {
            if (watch.lost(node)) {
                change(service, ServiceState.FENCE);
            }
            if (state.node(node) != NodeState.MAINTENANCE) {
                return;
            }
            put(service, status(service).backTo(node));
        }
        Order order = status(service).order();
        if (config(service).requested() != Requested.STARTED) {
            change(service, ServiceState.REQUEST_STOP);
        } else if (order != null) {
            obey(service, order);
        } else if (judge(service, answer)) {
            place(service, answer);
        }
    }

    private void obey(int service, Order order) {
        put(service, status(service).ordered(null));
        if (order instanceof Order.Move move && mayGo(service, move)) {
            turn.say(Kind.MOVES, service, move.target(), -1, stateOf(move).name());
            change(service, stateOf(move), status(service).node(), move.target(), -1);
        } else if (order instanceof Order.Stop stop) {
            if (stop.timeoutSeconds() == 0) {
                turn.sayOf(service, Kind.STOPS_HARD);
            } else {
                turn.sayOf(service, Kind.STOPS, String.valueOf(stop.timeoutSeconds()));
            }
            change(service, ServiceState.REQUEST_STOP, -1, -1, stop.timeoutSeconds());
            state.configured.put(service, config(service).wanted(Requested.STOPPED));
        }
    }

    /** Takes note of the agent's answer; returns whether the service stays a running one. */
    private boolean judge(int service, @Nullable ExitCode answer) {
        ServiceStatus status = status(service);
        if (answer == null) {
            return true;
        }
        if (answer == ExitCode.SUCCESS) {
            if (!status.failedNodes().isEmpty()) {
                turn.say(Kind.RELOCATED, service, status.node(), -1, listed(status.failedNodes()));
            }
            put(service, status.failed(List.of()));
            return true;
        }
        List<Integer> failed = new ArrayList<>(status.failedNodes());
        failed.add(status.node());
        put(service, status.failed(List.copyOf(failed)));
        if (failed.size() <= config(service).maxRelocate()) {
            turn.say(Kind.START_RELOCATES, service, status.node(), -1, "");
            return true;
        }
        turn.sayOf(service, Kind.START_GIVEN_UP, listed(failed));
        change(service, ServiceState.ERROR);
        return false;
    }

    private void place(int service, @Nullable ExitCode answer) {
        boolean tryNext = answer != null && answer != ExitCode.SUCCESS;
        ServiceStatus status = status(service);
        int chosen = placement().select(service, tryNext ? Preference.NEXT : Preference.STAY);
        if (chosen >= 0 && chosen != status.node()) {
            if (chosen == status.maintenanceNode()) {
                turn.say(Kind.MOVES_BACK, service, chosen, -1, "");
                put(service, status.backTo(-1));
            }
            boolean live = config(service).live();
            ServiceState how = live ? ServiceState.MIGRATE : ServiceState.RELOCATE;
            turn.say(Kind.MOVES, service, chosen, -1, live ? how.name() + " running" : how.name());
            change(service, how, status.node(), chosen, -1);
            return;
        }
        if (tryNext && chosen < 0) {
            turn.sayOf(service, Kind.ALL_TRIED, listed(status.failedNodes()));
        }
        if (status.maintenanceNode() == status.node() && watch.online(status.node())) {
            turn.say(Kind.MAINTENANCE_STALE, service, status.node(), -1, "");
            put(service, status.backTo(-1));
        }
        if (answer != null) {
            // A new decision makes the agent look again whether the guest still runs.
            put(service, status(service).renewed(turn.mint()));
        }
    }

    private static String listed(List<Integer> nodes) {
        return nodes.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private Placement placement() {
        return new Placement(state, management.rulebook(), management.view);
    }

    private ServiceState wanted(int service) {
        return config(service).requested() == Requested.STARTED ? ServiceState.STARTED : ServiceState.REQUEST_STOP;
    }

    private ServiceStatus status(int service) {
        ServiceStatus status = state.status.get(service);
        if (status == null) {
            throw new IllegalStateException("service " + service + " is not on the list");
        }
        return status;
    }

    private void put(int service, ServiceStatus status) {
        state.status.put(service, status);
    }

    private ServiceConfig config(int service) {
        ServiceConfig config = state.configured.get(service);
        if (config == null) {
            throw new IllegalStateException("service " + service + " is not configured");
        }
        return config;
    }
}
