package org.rackdrill.simulator.ha;

import org.rackdrill.simulator.ha.Observation.View;

/** The rounds of a node's cluster resource manager: becoming master, staying it, and letting go. */
final class CrmTurns {
    /** Rounds without any service after which a master lets go. */
    static final int IDLE_ROUNDS = 90;

    private final Turn turn;
    private final HaState state;
    private final View view;
    private final Crm crm;

    CrmTurns(Turn turn, View view) {
        this.turn = turn;
        this.state = turn.state;
        this.view = view;
        this.crm = turn.crm();
    }

    void round() {
        change();
        if (crm.state == CrmState.MASTER) {
            work();
        } else if (crm.state == CrmState.LOST_MANAGER_LOCK) {
            watchdog(false);
            if (crm.stopping) {
                exit();
            } else {
                enter(CrmState.WAIT_FOR_QUORUM);
            }
        } else if (crm.stopping) {
            exit();
        }
    }

    private void change() {
        switch (crm.state) {
            case WAIT_FOR_QUORUM -> {
                if (mayBeActive()) {
                    enter(takeLock() ? CrmState.MASTER : CrmState.SLAVE);
                }
            }
            case SLAVE -> {
                if (!mayBeActive()) {
                    enter(CrmState.WAIT_FOR_QUORUM);
                } else if (takeLock()) {
                    enter(CrmState.MASTER);
                }
            }
            case LOST_MANAGER_LOCK -> {
                if (mayBeActive() && takeLock()) {
                    enter(CrmState.MASTER);
                }
            }
            case MASTER -> {
                if (!takeLock()) {
                    enter(CrmState.LOST_MANAGER_LOCK);
                }
            }
        }
    }

    private boolean mayBeActive() {
        if (!view.quorate() || !view.updated()) {
            return false;
        }
        if (!view.readable()) {
            turn.say(Kind.STATUS_UNREADABLE);
            return false;
        }
        return !state.fenced(turn.node) && (!state.configured.isEmpty() || hasLeftovers());
    }

    /** Without services there is still work for a master where nobody else does it. */
    private boolean hasLeftovers() {
        boolean othersDo =
                state.master >= 0 && state.master != turn.node && state.node(state.master) == NodeState.ONLINE;
        return !othersDo
                && (state.nodeStates.containsValue(NodeState.MAINTENANCE)
                        || !state.orders.isEmpty()
                        || !state.status.isEmpty()
                        || state.disarm != null);
    }

    private boolean takeLock() {
        boolean held = turn.lease(-1, view.quorate());
        if (held) {
            boolean disarmed = state.disarm != null && state.disarm.done();
            if (!disarmed) {
                if (crm.state == CrmState.MASTER && !crm.watchdog) {
                    // Opened after the round, once the orders are read.
                    return true;
                }
                watchdog(true);
            } else if (crm.state != CrmState.MASTER) {
                turn.say(Kind.DISARMED_TAKEOVER);
            }
        }
        return held;
    }

    private void watchdog(boolean feed) {
        if (feed || crm.watchdog) {
            crm.watchdog = feed;
            turn.actions.add(new Action.Watchdog(turn.node, true, feed));
        }
    }

    private void enter(CrmState next) {
        turn.say(Kind.DAEMON_STATE, crm.state + ">" + next);
        crm.state = next;
        crm.idleRounds = 0;
        if (next == CrmState.MASTER) {
            crm.mind = new Crm.Mind();
        }
    }

    private void exit() {
        state.crms.remove(turn.node);
        turn.actions.add(new Action.Exit(turn.node, true));
    }

    private void work() {
        if (crm.stopping) {
            watchdog(false);
            turn.say(Kind.LOCK_RETURNED);
            turn.release(-1, view.quorate());
            exit();
        } else if (!view.updated()) {
            turn.say(Kind.ROUND_INCONSISTENT);
        } else if (!view.readable()) {
            turn.say(Kind.STATUS_UNREADABLE);
            turn.say(Kind.ROUND_BROKEN);
        } else if (!wentIdle()) {
            new Management(turn, view, crm.mind).round();
            arm();
        }
    }

    private boolean wentIdle() {
        boolean idle = state.configured.isEmpty()
                && state.status.isEmpty()
                && state.orders.isEmpty()
                && state.disarm == null
                && !state.nodeStates.containsValue(NodeState.MAINTENANCE);
        crm.idleRounds = idle ? crm.idleRounds + 1 : 0;
        if (crm.idleRounds <= IDLE_ROUNDS) {
            return false;
        }
        turn.say(Kind.WENT_IDLE, String.valueOf(IDLE_ROUNDS));
        watchdog(false);
        turn.release(-1, view.quorate());
        enter(CrmState.WAIT_FOR_QUORUM);
        return true;
    }

    private void arm() {
        boolean disarmed = state.disarm != null && state.disarm.done();
        if (disarmed && crm.watchdog) {
            turn.say(Kind.DISARMED_MASTER);
            watchdog(false);
        } else if (!disarmed && !crm.watchdog) {
            turn.say(Kind.REARMS);
            watchdog(true);
        }
    }
}
