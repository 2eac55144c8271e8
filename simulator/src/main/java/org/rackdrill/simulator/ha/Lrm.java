package org.rackdrill.simulator.ha;

import java.util.Map;
import java.util.TreeMap;

/** What the agent of one node keeps in memory; lost when it ends. */
final class Lrm {
    LrmState state = LrmState.WAIT_FOR_AGENT_LOCK;
    LrmMode mode = LrmMode.ACTIVE;
    boolean stopping;
    long stoppingSince;
    boolean stopFailed;
    boolean watchdog;
    int idleRounds;
    /** Whether this round works on services, and so tidies up at its end. */
    boolean working;
    /** Results that the master may still ask for, by the decision that they answer. */
    final TreeMap<Long, ExitCode> results = new TreeMap<>();

    final TreeMap<Integer, Integer> tries = new TreeMap<>();
    final TreeMap<Integer, Job> jobs = new TreeMap<>();

    Lrm copy() {
        Lrm copy = new Lrm();
        copy.state = state;
        copy.mode = mode;
        copy.stopping = stopping;
        copy.stoppingSince = stoppingSince;
        copy.stopFailed = stopFailed;
        copy.watchdog = watchdog;
        copy.idleRounds = idleRounds;
        copy.working = working;
        copy.results.putAll(results);
        copy.tries.putAll(tries);
        copy.jobs.putAll(jobs);
        return copy;
    }

    /**
     * Something to be done to a guest.
     *
     * @param uid the decision that it carries out, or -1 for the stop before a shutdown
     * @param begun whether it is under way
     * @param wasRunning whether the guest ran when it began
     */
    record Job(
            int service,
            long uid,
            ServiceState command,
            int target,
            int timeoutSeconds,
            boolean begun,
            boolean wasRunning) {
        Job answering(long other) {
            return new Job(service, other, command, target, timeoutSeconds, begun, wasRunning);
        }

        Job begin(boolean running) {
            return new Job(service, uid, command, target, timeoutSeconds, true, running);
        }
    }

    /** What an agent answers to a decision. */
    enum ExitCode {
        /** Done. */
        SUCCESS(0),
        /** Not done. */
        ERROR(1),
        /** The guest is on another node. */
        WRONG_NODE(3),
        /** Nothing to do. */
        IGNORED(8);

        final int number;

        ExitCode(int number) {
            this.number = number;
        }
    }

    /** What an agent writes for the master. */
    record Report(LrmState state, LrmMode mode, Map<Long, ExitCode> results) {}
}
