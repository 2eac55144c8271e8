package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rackdrill.simulator.ha.Lrm.ExitCode;
import org.rackdrill.simulator.ha.Lrm.Job;

/** The times and counters in a state, apart from everything else in it. */
final class Timers {
    /** What a time or counter is measured against. */
    enum Scale {
        /** A lock was renewed. */
        LEASE(Lease.LIFETIME, 0),
        /** A node was last seen. */
        SEEN(NodeWatch.FENCE_DELAY, NodeWatch.FORGET),
        /** A watchdog was fed. */
        WATCHDOG(MachineRoom.WATCHDOG, 0),
        /** An agent was asked to end. */
        STOPPING(LrmTurns.RESTART_PATIENCE, 0),
        /** Rounds of a master without services. */
        CRM_IDLE(0, 0),
        /** Rounds of an agent without services. */
        LRM_IDLE(0, 0),
        /** Rounds until groups are turned into rules. */
        GROUPS(0, 0),
        /** Rounds of imbalance. */
        HELD(0, 0);

        private final long first;
        private final long second;

        Scale(long first, long second) {
            this.first = first;
            this.second = second;
        }

        boolean isTime() {
            return first > 0;
        }

        /**
         * Returns for how long yet a time that stands still makes no difference.
         *
         * @param length of the round that ended now; only what mattered before it was seen by all its turns
         */
        long quietSeconds(long time, long now, long length) {
            for (long patience : new long[] {first, second}) {
                long end = time + patience;
                if (patience > 0 && end >= now - length) {
                    return Math.max(0, end - now);
                }
            }
            return Long.MAX_VALUE;
        }

        /** Returns for how many rounds yet a counter that goes on like this makes no difference. */
        long quietRounds(long count, long moved, HaSettings settings) {
            if (moved == 0) {
                return Long.MAX_VALUE;
            }
            if (moved != (this == GROUPS ? -1 : 1)) {
                return 0;
            }
            long quiet = switch (this) {
                case CRM_IDLE -> CrmTurns.IDLE_ROUNDS - count;
                case LRM_IDLE -> LrmTurns.IDLE_ROUNDS - count;
                case GROUPS -> count - 1;
                case HELD -> settings.holdRounds() - count - 1;
                default -> 0;
            };
            return Math.max(0, quiet);
        }
    }

    /** What becomes of a time or counter. */
    interface Change {
        /** Returns the new value. */
        long of(Scale scale, long value);
    }

    private Timers() {}

    /** Visits everything that is a time or a counter, always in the same order. */
    static void of(HaState state, Change change) {
        state.leases.replaceAll((lock, lease) -> new Lease(lease.holder(), change.of(Scale.LEASE, lease.renewedAt())));
        for (Crm crm : state.crms.values()) {
            crm.idleRounds = (int) change.of(Scale.CRM_IDLE, crm.idleRounds);
            crm.mind.lastOnline.replaceAll((node, time) -> change.of(Scale.SEEN, time));
            crm.mind.groupRounds = (int) change.of(Scale.GROUPS, crm.mind.groupRounds);
            crm.mind.heldRounds = (int) change.of(Scale.HELD, crm.mind.heldRounds);
        }
        for (Lrm lrm : state.lrms.values()) {
            lrm.idleRounds = (int) change.of(Scale.LRM_IDLE, lrm.idleRounds);
            lrm.stoppingSince = change.of(Scale.STOPPING, lrm.stoppingSince);
        }
    }

    /** Returns everything else. Decisions are renewed every round: only whether they were answered matters. */
    static List<Object> shape(HaState state) {
        List<Object> shape = new ArrayList<>(List.of(
                state.configured.clone(),
                state.rules,
                state.groups,
                state.settings,
                state.most.clone(),
                state.use.clone(),
                List.of(state.versions.clone()),
                state.nodeStates.clone(),
                Arrays.toString(state.maintenance),
                String.valueOf(state.disarm),
                state.master,
                List.copyOf(state.orders)));
        state.status.forEach((service, status) -> {
            shape.add(service);
            shape.add(status.renewed(0));
            state.reports.forEach(
                    (node, report) -> shape.add(answer(report.results().get(status.uid()))));
            state.lrms.forEach((node, lrm) -> shape.add(answer(lrm.results.get(status.uid()))));
        });
        state.reports.forEach((node, report) -> shape.add(List.of(node, report.state(), report.mode())));
        state.leases.forEach((lock, lease) -> shape.add(List.of(lock, lease.holder())));
        state.crms.forEach((node, crm) -> {
            shape.add(List.of(node, crm.state, crm.stopping, crm.watchdog, crm.mind.scheduler));
            shape.add(List.copyOf(crm.mind.lastOnline.keySet()));
        });
        state.lrms.forEach((node, lrm) -> {
            shape.add(List.of(node, lrm.state, lrm.mode, lrm.stopping, lrm.stopFailed, lrm.watchdog));
            shape.add(lrm.tries.clone());
            lrm.jobs.values().forEach(job -> shape.add(shape(state, job)));
        });
        return shape;
    }

    private static Object shape(HaState state, Job job) {
        ServiceStatus status = state.status.get(job.service());
        boolean current = status != null && status.uid() == job.uid();
        return List.of(current, job.uid() < 0, job.answering(0));
    }

    private static String answer(@org.jspecify.annotations.Nullable ExitCode code) {
        return String.valueOf(code);
    }
}
