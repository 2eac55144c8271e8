package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.Lrm.ExitCode;
import org.rackdrill.simulator.ha.Lrm.Report;
import org.rackdrill.simulator.ha.Observation.View;

/** A master's round: it looks at nodes, configuration and orders, then moves services until nothing moves. */
final class Management {
    /** Far more than any service has states. */
    private static final int MOST_PASSES = 1000;

    final Turn turn;
    final HaState state;
    final View view;
    final Crm.Mind mind;
    final NodeWatch watch;
    private Rulebook rulebook;

    Management(Turn turn, View view, Crm.Mind mind) {
        this.turn = turn;
        this.state = turn.state;
        this.view = view;
        this.mind = mind;
        this.watch = new NodeWatch(turn, view, mind);
        this.rulebook = Rulebook.EMPTY;
    }

    void round() {
        state.master = turn.node;
        if (mind.scheduler != state.settings.scheduler()) {
            mind.scheduler = state.settings.scheduler();
            turn.say(Kind.SCHEDULER, mind.scheduler.name());
        }
        watch.look();
        if (!watch.operational(turn.node)) {
            turn.say(Kind.MASTER_OFFLINE);
            return;
        }
        new GroupMigration(turn, mind).round();
        rulebook = Rulebook.of(state);
        list();
        new Rebalancing(this).round();
        new Orders(this).read();
        new Disarming(turn).round();
        settle();
    }

    Rulebook rulebook() {
        return rulebook;
    }

    private void list() {
        state.configured.forEach((service, config) -> {
            if (!state.status.containsKey(service) && config.requested() != Requested.IGNORED) {
                turn.say(Kind.SERVICE_ADDED, service, config.node(), -1, "");
                ServiceState first = config.requested() == Requested.STARTED
                        ? ServiceState.REQUEST_START
                        : ServiceState.REQUEST_STOP;
                state.status.put(service, ServiceStatus.of(first, config.node(), turn.mint()));
            }
        });
        for (int service : List.copyOf(state.status.keySet())) {
            ServiceConfig config = state.configured.get(service);
            if (config == null || config.requested() == Requested.IGNORED) {
                turn.sayOf(service, Kind.SERVICE_REMOVED, config == null ? "unconfigured" : "ignored");
                state.status.remove(service);
            }
        }
    }

    /** Repeats until no service changes, so that a proven death is followed by the recovery at once. */
    private void settle() {
        if (state.disarm != null && !state.disarm.freeze() && state.disarm.suspended()) {
            return;
        }
        Map<Integer, Report> reports = state.reports;
        int passes = 0;
        for (boolean repeat = true; repeat; ) {
            repeat = false;
            passes++;
            if (passes > MOST_PASSES) {
                throw new IllegalStateException("services change in circles at " + turn.now + " s");
            }
            ServiceSteps steps = new ServiceSteps(this);
            for (int service : List.copyOf(state.status.keySet())) {
                ServiceStatus before = state.status.get(service);
                if (before != null) {
                    steps.step(service, answer(reports, before.uid()));
                    freeze(steps, service);
                    ServiceStatus after = state.status.get(service);
                    repeat |= after == null || after.state() != before.state();
                }
            }
            repeat |= fence(steps);
        }
    }

    private static @Nullable ExitCode answer(Map<Integer, Report> reports, long uid) {
        for (Report report : reports.values()) {
            ExitCode code = report.results().get(uid);
            if (code != null) {
                return code;
            }
        }
        return null;
    }

    private void freeze(ServiceSteps steps, int service) {
        ServiceStatus status = state.status.get(service);
        if (status == null || mode(status.node()) != LrmMode.RESTART) {
            return;
        }
        switch (status.state()) {
            case STARTED, STOPPED, REQUEST_STOP -> steps.change(service, ServiceState.FREEZE);
            default -> {}
        }
    }

    @Nullable
    LrmMode mode(int node) {
        Report report = state.reports.get(node);
        return report == null ? null : report.mode();
    }

    private boolean fence(ServiceSteps steps) {
        boolean repeat = false;
        TreeSet<Integer> tried = new TreeSet<>();
        TreeSet<Integer> fenced = new TreeSet<>();
        for (int service : List.copyOf(state.status.keySet())) {
            ServiceStatus status = state.status.get(service);
            if (status == null || status.state() != ServiceState.FENCE) {
                continue;
            }
            if (tried.add(status.node()) && watch.fence(status.node())) {
                fenced.add(status.node());
            }
            if (fenced.contains(status.node())) {
                steps.change(service, ServiceState.RECOVERY);
                repeat = true;
            }
        }
        for (int node : new ArrayList<>(state.nodeStates.keySet())) {
            if (state.node(node) == NodeState.FENCE && !tried.contains(node)) {
                turn.say(Kind.FENCE_WITHOUT_SERVICE, -1, node, -1, "");
                repeat |= watch.fence(node);
            }
        }
        return repeat;
    }
}
