package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.rackdrill.simulator.ha.Lrm.ExitCode;
import org.rackdrill.simulator.ha.Lrm.Job;

/** What an agent does to the guests of its node. */
final class LrmJobs {
    private final Turn turn;
    private final HaState state;
    private final Lrm lrm;

    LrmJobs(Turn turn) {
        this.turn = turn;
        this.state = turn.state;
        this.lrm = turn.lrm();
    }

    /** Returns how many services keep this node's agent from letting go. */
    int activeServices() {
        int count = 0;
        for (ServiceStatus status : state.status.values()) {
            boolean here = status.node() == turn.node || status.target() == turn.node;
            count += here && isActive(status.state()) ? 1 : 0;
        }
        return count;
    }

    private static boolean isActive(ServiceState wanted) {
        return switch (wanted) {
            case STOPPED, FREEZE, ERROR, REQUEST_START -> false;
            default -> true;
        };
    }

    /** Returns whether nothing is under way that needs this agent. */
    boolean quiet() {
        return lrm.jobs.isEmpty()
                && state.status.values().stream()
                        .noneMatch(status ->
                                status.node() == turn.node && status.state().isMove());
    }

    void queue() {
        lrm.tries.keySet().removeIf(service -> !state.status.containsKey(service));
        state.status.forEach((service, status) -> {
            if (status.node() == turn.node && isWork(status.state())) {
                boolean answered = lrm.results.containsKey(status.uid());
                if (status.state() == ServiceState.STOPPED || !answered) {
                    queue(new Job(
                            service,
                            status.uid(),
                            status.state(),
                            status.target(),
                            status.timeoutSeconds(),
                            false,
                            false));
                }
            }
        });
    }

    void queue(Job job) {
        Job old = lrm.jobs.get(job.service());
        if (old == null || !old.begun()) {
            lrm.jobs.put(job.service(), job);
        }
    }

    private static boolean isWork(ServiceState wanted) {
        return switch (wanted) {
            case RECOVERY, FREEZE, REQUEST_START -> false;
            default -> true;
        };
    }

    /** Begins what is queued. */
    void work(BitSet running) {
        List<Job> queued = new ArrayList<>(lrm.jobs.values());
        queued.removeIf(Job::begun);
        queued.forEach(job -> begin(job, running.get(job.service())));
    }

    private void begin(Job job, boolean running) {
        ServiceConfig config = state.configured.get(job.service());
        if (config == null) {
            lrm.jobs.remove(job.service());
        } else if (job.command() == ServiceState.ERROR) {
            turn.sayOf(job.service(), Kind.IN_ERROR);
            answer(job, ExitCode.SUCCESS);
        } else if (config.node() != turn.node) {
            turn.sayOf(job.service(), Kind.NOT_HERE);
            answer(job, ExitCode.WRONG_NODE);
        } else {
            lrm.jobs.put(job.service(), job.begin(running));
            act(job, running);
        }
    }

    private void act(Job job, boolean running) {
        int service = job.service();
        switch (job.command()) {
            case STARTED -> {
                if (running) {
                    started(job, true);
                } else {
                    turn.sayOf(service, Kind.STARTING);
                    turn.actions.add(new Action.StartGuest(turn.node, service));
                }
            }
            case REQUEST_STOP, STOPPED -> {
                if (running) {
                    int timeout = job.timeoutSeconds();
                    turn.sayOf(service, Kind.STOPPING, timeout < 0 ? "" : String.valueOf(timeout));
                    turn.actions.add(new Action.StopGuest(turn.node, service, timeout));
                } else {
                    answer(job, ExitCode.SUCCESS);
                }
            }
            case MIGRATE, RELOCATE, REQUEST_START_BALANCE -> {
                if (job.target() == turn.node) {
                    answer(job, ExitCode.SUCCESS);
                } else if (job.command() == ServiceState.REQUEST_START_BALANCE && running) {
                    turn.sayOf(service, Kind.BALANCE_IGNORED);
                    answer(job, ExitCode.IGNORED);
                } else {
                    boolean live = job.command() == ServiceState.MIGRATE;
                    turn.actions.add(new Action.MoveGuest(turn.node, service, job.target(), live));
                }
            }
            default -> answer(job, ExitCode.SUCCESS);
        }
    }

    /** Takes note of the end of what was begun. */
    void done(int service, boolean good) {
        Job job = lrm.jobs.get(service);
        if (job == null || !job.begun()) {
            return;
        }
        switch (job.command()) {
            case STARTED -> {
                explain(service, good, "start");
                turn.sayOf(service, good ? Kind.STARTED : Kind.NOT_STARTED);
                started(job, good);
            }
            case REQUEST_STOP, STOPPED -> {
                explain(service, good, "shutdown");
                turn.sayOf(service, good ? Kind.STOPPED : Kind.NOT_STOPPED);
                answer(job, good ? ExitCode.SUCCESS : ExitCode.ERROR);
            }
            default -> moved(job, good);
        }
    }

    /** Says why nothing was done where a lock is the reason. */
    private void explain(int service, boolean good, String what) {
        ServiceConfig config = state.configured.get(service);
        if (!good && config != null && config.lock() != null) {
            turn.sayOf(service, Kind.GUEST_LOCKED, config.lock() + " " + what);
        }
    }

    private void moved(Job job, boolean good) {
        int service = job.service();
        boolean live = job.command() == ServiceState.MIGRATE;
        String how = live ? ServiceState.MIGRATE.name() : ServiceState.RELOCATE.name();
        ServiceConfig config = state.configured.get(service);
        if (good || (config != null && config.lock() != null)) {
            turn.say(Kind.MOVE_BEGINS, service, job.target(), -1, how);
        }
        if (!good) {
            explain(service, false, how);
            turn.sayOf(service, Kind.NOT_MOVED);
            answer(job, ExitCode.ERROR);
            return;
        }
        if (!live && job.wasRunning()) {
            turn.sayOf(service, Kind.STOPPING, how);
            turn.sayOf(service, Kind.STOPPED);
        }
        turn.say(Kind.MOVE_ENDS, service, job.target(), -1, how);
        state.configured.computeIfPresent(service, (s, old) -> old.at(job.target()));
        answer(job, ExitCode.SUCCESS);
    }

    private void started(Job job, boolean good) {
        int service = job.service();
        if (good) {
            lrm.tries.put(service, 0);
            answer(job, ExitCode.SUCCESS);
            return;
        }
        int tries = lrm.tries.getOrDefault(service, 0);
        ServiceConfig config = state.configured.get(service);
        if (config != null && tries < config.maxRestart()) {
            lrm.tries.put(service, tries + 1);
            turn.sayOf(service, Kind.START_RETRIES, String.valueOf(tries + 1));
            // Nobody is told: the next round tries again.
            lrm.jobs.remove(service);
            return;
        }
        turn.sayOf(service, Kind.START_EXHAUSTED, String.valueOf(tries));
        lrm.tries.put(service, 0);
        answer(job, ExitCode.ERROR);
    }

    private void answer(Job job, ExitCode code) {
        lrm.jobs.remove(job.service());
        if (job.uid() < 0) {
            lrm.stopFailed |= code != ExitCode.SUCCESS;
            return;
        }
        lrm.results.put(job.uid(), code);
    }
}
