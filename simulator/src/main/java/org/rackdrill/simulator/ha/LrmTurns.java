package org.rackdrill.simulator.ha;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.rackdrill.simulator.ha.Lrm.Report;
import org.rackdrill.simulator.ha.Observation.View;

/** The rounds of a node's agent: getting its lock, keeping it, working, and letting go. */
final class LrmTurns {
    /** Rounds without any service of its node after which an agent lets go. */
    static final int IDLE_ROUNDS = 60;
    /** Seconds without lock after which an agent that is to restart gives up. */
    static final long RESTART_PATIENCE = 90;

    private final Turn turn;
    private final HaState state;
    private final View view;
    private final Lrm lrm;
    private final LrmJobs jobs;

    LrmTurns(Turn turn, View view) {
        this.turn = turn;
        this.state = turn.state;
        this.view = view;
        this.lrm = turn.lrm();
        this.jobs = new LrmJobs(turn);
    }

    void begin(BitSet running) {
        lrm.working = false;
        readMode();
        boolean fenced = view.readable() && (state.fenced(turn.node) || state.node(turn.node) == NodeState.FENCE);
        change(fenced);
        switch (lrm.state) {
            case ACTIVE -> active(running);
            case MAINTENANCE -> maintenance(running);
            case WAIT_FOR_AGENT_LOCK -> {
                if (lrm.stopping) {
                    exit();
                }
            }
            case LOST_AGENT_LOCK -> lost();
        }
    }

    private void readMode() {
        if (!view.readable()) {
            turn.say(Kind.AGENT_UNREADABLE);
            return;
        }
        if (state.maintenance[turn.node]) {
            lrm.mode = LrmMode.MAINTENANCE;
        } else if (!lrm.stopping) {
            lrm.mode = state.disarm == null ? LrmMode.ACTIVE : LrmMode.DISARM;
        }
    }

    private void change(boolean fenced) {
        switch (lrm.state) {
            case WAIT_FOR_AGENT_LOCK -> {
                boolean wanted = view.readable() && lrm.mode != LrmMode.DISARM && jobs.activeServices() > 0;
                if (!fenced && wanted && takeLock()) {
                    enter(LrmState.ACTIVE);
                }
            }
            case LOST_AGENT_LOCK -> {
                if (!fenced && takeLock()) {
                    enter(LrmState.ACTIVE);
                }
            }
            case ACTIVE -> changeActive(fenced);
            case MAINTENANCE -> changeMaintenance(fenced);
        }
    }

    private void changeActive(boolean fenced) {
        if (fenced || !takeLock()) {
            enter(LrmState.LOST_AGENT_LOCK);
        } else if (lrm.mode == LrmMode.MAINTENANCE) {
            enter(LrmState.MAINTENANCE);
        } else if (lrm.mode == LrmMode.DISARM && !lrm.stopping && jobs.quiet()) {
            turn.say(Kind.AGENT_DISARMS, "active");
            letGo();
            enter(LrmState.WAIT_FOR_AGENT_LOCK);
        } else if (view.readable() && wentIdle()) {
            turn.say(Kind.WENT_IDLE, String.valueOf(IDLE_ROUNDS));
            letGo();
            enter(LrmState.WAIT_FOR_AGENT_LOCK);
        }
    }

    private boolean wentIdle() {
        boolean idle = lrm.jobs.isEmpty()
                && state.configured.values().stream().noneMatch(config -> config.node() == turn.node);
        lrm.idleRounds = idle ? lrm.idleRounds + 1 : 0;
        return lrm.idleRounds > IDLE_ROUNDS;
    }

    private void changeMaintenance(boolean fenced) {
        boolean busy = jobs.activeServices() > 0 || !lrm.jobs.isEmpty();
        if (fenced || ((busy || lrm.watchdog) && !takeLock())) {
            enter(LrmState.LOST_AGENT_LOCK);
        } else if (lrm.mode == LrmMode.DISARM && !busy) {
            turn.say(Kind.AGENT_DISARMS, "maintenance");
            letGo();
            enter(LrmState.WAIT_FOR_AGENT_LOCK);
        } else if (lrm.mode != LrmMode.MAINTENANCE && takeLock()) {
            enter(LrmState.ACTIVE);
        }
    }

    private boolean takeLock() {
        if (!turn.lease(turn.node, view.quorate())) {
            return false;
        }
        watchdog(true);
        return true;
    }

    private void watchdog(boolean feed) {
        if (feed || lrm.watchdog) {
            lrm.watchdog = feed;
            turn.actions.add(new Action.Watchdog(turn.node, false, feed));
        }
    }

    private void letGo() {
        turn.release(turn.node, view.quorate());
        watchdog(false);
    }

    private void enter(LrmState next) {
        turn.say(Kind.DAEMON_STATE, lrm.state + ">" + next);
        lrm.state = next;
        lrm.idleRounds = 0;
        if (next == LrmState.LOST_AGENT_LOCK && lrm.stopping) {
            lrm.stoppingSince = turn.now;
        }
    }

    private void exit() {
        state.lrms.remove(turn.node);
        turn.actions.add(new Action.Exit(turn.node, false));
    }

    private void active(BitSet running) {
        lrm.working = true;
        if (!view.readable()) {
            turn.say(Kind.AGENT_UNREADABLE);
        } else if (lrm.stopping) {
            if (lrm.mode != LrmMode.RESTART || jobs.activeServices() == 0) {
                jobs.work(running);
            }
        } else if (!view.updated()) {
            turn.say(Kind.ROUND_INCONSISTENT);
        } else {
            jobs.queue();
            jobs.work(running);
        }
    }

    private void maintenance(BitSet running) {
        lrm.working = true;
        if (!view.readable()) {
            turn.say(Kind.AGENT_UNREADABLE);
        } else if (!view.updated()) {
            turn.say(Kind.ROUND_INCONSISTENT);
        } else {
            jobs.queue();
            jobs.work(running);
        }
    }

    private void lost() {
        if (!lrm.stopping) {
            return;
        }
        int services = jobs.activeServices();
        if (lrm.mode == LrmMode.RESTART) {
            if (turn.now - lrm.stoppingSince > RESTART_PATIENCE) {
                exit();
            }
        } else if (services > 0) {
            turn.say(Kind.SHUTDOWN_BLOCKED, String.valueOf(services));
        } else {
            watchdog(false);
            exit();
        }
    }

    void end() {
        boolean done = false;
        if (lrm.working && view.readable() && lrm.jobs.isEmpty()) {
            done = lrm.stopping && mayEnd();
            boolean empty = lrm.state == LrmState.MAINTENANCE && jobs.activeServices() == 0;
            if (empty || (done && !lrm.stopFailed)) {
                letGo();
            }
        }
        if (lrm.state != LrmState.LOST_AGENT_LOCK) {
            report(turn, view);
        }
        if (done) {
            exit();
        }
    }

    private boolean mayEnd() {
        return switch (lrm.mode) {
            case RESTART, MAINTENANCE -> jobs.activeServices() == 0;
            case ACTIVE, SHUTDOWN, DISARM -> true;
        };
    }

    /** Writes down for the master what this agent is up to. */
    static void report(Turn turn, View view) {
        Lrm lrm = turn.lrm();
        if (!view.readable()) {
            turn.say(Kind.AGENT_UNWRITTEN);
        } else {
            Set<Long> current = new HashSet<>();
            turn.state.status.values().forEach(status -> current.add(status.uid()));
            lrm.results.keySet().retainAll(current);
            turn.state.reports.put(turn.node, new Report(lrm.state, lrm.mode, Map.copyOf(lrm.results)));
        }
    }
}
