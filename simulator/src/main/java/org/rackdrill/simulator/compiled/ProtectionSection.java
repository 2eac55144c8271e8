package org.rackdrill.simulator.compiled;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles protections that fail unseen, and how often each is rehearsed. */
final class ProtectionSection {

    private static final int NONE = -1;

    private final Draft draft;
    private final List<ProtectionPlan> all = new ArrayList<>();
    private final List<Integer> sync = new ArrayList<>();
    private final List<Integer> restore = new ArrayList<>();
    private int alerts = NONE;

    ProtectionSection(Draft draft) {
        this.draft = draft;
    }

    /** Adds the job that brings the next copy up to date; returns the point that says whether it would run, or -1. */
    int sync(int copy, String name) {
        sync.add(add(Protection.SYNC, name, copy));
        return point(sync.get(copy));
    }

    /** Adds what restoring from the next copy needs. */
    void restore(int copy, String name) {
        restore.add(add(Protection.RESTORE, name, copy));
    }

    /** Adds the way of an alarm to its owner; returns the point that says whether it would arrive, or -1. */
    int alerts(String service) {
        alerts = add(Protection.ALERTS, service, 0);
        return point(alerts);
    }

    private int point(int number) {
        return number == NONE ? NONE : all.get(number).works();
    }

    /** Makes the plans, once guests and UPS are known. */
    Guards compile(List<GuestPlan> guests, UpsPlan[] ups) {
        int[] failover = new int[guests.size()];
        for (int i = 0; i < failover.length; i++) {
            GuestPlan guest = guests.get(i);
            boolean managed = guest.cluster() >= 0 && guest.failover() == Service.Failover.AUTOMATIC;
            failover[i] = managed && guest.automatic().length > 1 ? add(Protection.FAILOVER, guest.name(), i) : NONE;
        }
        int[] shutdown = new int[ups.length];
        for (int i = 0; i < shutdown.length; i++) {
            shutdown[i] = ups[i].shutdownHours() >= 0 ? add(Protection.UPS, ups[i].name(), i) : NONE;
        }
        Protection[] kinds = Protection.values();
        double[] drillHours = new double[kinds.length];
        int[] drillStreams = new int[kinds.length];
        for (Protection kind : kinds) {
            // Pulling the plug shows as well how the batteries are.
            boolean something =
                    (kind == Protection.UPS && ups.length > 0) || all.stream().anyMatch(plan -> plan.kind() == kind);
            boolean drilled = draft.has(Behaviour.DRILLS) && something;
            Optional<Duration> every =
                    Optional.ofNullable(draft.lab.operations().drills().get(kind));
            drillHours[kind.ordinal()] = drilled ? every.map(Hours::of).orElse(0.0) : 0;
            drillStreams[kind.ordinal()] = draft.stream("drills of " + kind.label());
        }
        return new Guards(
                all.toArray(ProtectionPlan[]::new),
                failover,
                shutdown,
                array(sync),
                array(restore),
                alerts,
                drillHours,
                drillStreams,
                draft.planned("drills", CauseKind.DRILL, "drills of failover", 'U'));
    }

    private static Behaviour behaviour(Protection kind) {
        return switch (kind) {
            case FAILOVER -> Behaviour.FAILOVER_COVERAGE;
            case UPS -> Behaviour.SHUTDOWN_COVERAGE;
            case SYNC -> Behaviour.SYNC_COVERAGE;
            case ALERTS -> Behaviour.ALERT_COVERAGE;
            case RESTORE -> Behaviour.RESTORE_COVERAGE;
        };
    }

    private int add(Protection kind, String of, int subject) {
        Part part = draft.lab.operations().protections().get(kind);
        if (part == null || !draft.has(behaviour(kind))) {
            return NONE;
        }
        String name = kind.label() + " of " + of;
        int works = draft.structure.leaf();
        int software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        int mode = draft.mode(new Mode(
                Owner.PROTECTION,
                all.size(),
                draft.cause(of, CauseKind.UNSEEN_FAILURE, name, 'S'),
                draft.stream(name),
                draft.life(name, part, Trait.DECAYS),
                Repair.atKeyboard(software, 0)));
        all.add(new ProtectionPlan(
                kind,
                name,
                subject,
                works,
                mode,
                draft.stream(name + " found"),
                draft.chance(name, part, Trait.ALARMED),
                draft.chance(name, part, Trait.NEVER_WORKED),
                draft.chance(name, part, Trait.HOPELESS)));
        return all.size() - 1;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
