package org.rackdrill.simulator.process;

import org.rackdrill.model.lab.Protection;
import org.rackdrill.simulator.compiled.Fixed;
import org.rackdrill.simulator.compiled.Guards;
import org.rackdrill.simulator.compiled.Hours;

/**
 * Rehearsals: every so often the owner tries each protection of a kind and mends what does not work. A rehearsed failover
 * restarts containers on their way there and back.
 */
final class Drills {

    /** Drills are for mornings, so that the day is left to mend what they find. */
    private static final double MORNING = 10;

    /** Time at the keyboard for one drill of each kind, in the order of the protections. */
    private static final double[] WORK_HOURS = {
        Fixed.FAILOVER_DRILL.hours(),
        Fixed.UPS_DRILL.hours(),
        Fixed.SYNC_DRILL.hours(),
        Fixed.ALERTS_DRILL.hours(),
        Fixed.RESTORE_DRILL.hours()
    };

    private final Stage stage;
    private final Operator operator;
    private final Protections protections;
    private final Clusters clusters;
    private final Batteries batteries;
    private final Guards plan;
    private final double[] sinceLast;

    Drills(Stage stage, Operator operator, Protections protections, Clusters clusters, Batteries batteries) {
        this.stage = stage;
        this.operator = operator;
        this.protections = protections;
        this.clusters = clusters;
        this.batteries = batteries;
        plan = stage.lab.guards();
        sinceLast = new double[plan.drillHours().length];
    }

    void begin() {
        for (int kind = 0; kind < sinceLast.length; kind++) {
            double every = plan.drillHours()[kind];
            double share = stage.luck.of(plan.drillStreams()[kind]).nextDouble();
            sinceLast[kind] = every > 0 ? share * every : -1;
        }
        protections.begin(sinceLast);
        stage.cause = plan.drillCause();
        for (int kind = 0; kind < sinceLast.length; kind++) {
            if (plan.drillHours()[kind] > 0) {
                next(kind, plan.drillHours()[kind] - sinceLast[kind]);
            }
        }
    }

    private void next(int kind, double due) {
        double morning = Hours.whole(due / Hours.PER_DAY) * Hours.PER_DAY + MORNING;
        stage.at(operator.atHome(morning > stage.now ? morning : morning + Hours.PER_DAY), Event.DRILL, kind, 0);
    }

    /** Returns whether a drill tries a protection; a restore shows as well how old the copy is. */
    private static boolean tries(int kind, Protection protection) {
        return protection.ordinal() == kind || (kind == Protection.RESTORE.ordinal() && protection == Protection.SYNC);
    }

    /** Rehearses every protection of a kind. */
    void drill(int kind) {
        operator.spends(WORK_HOURS[kind]);
        for (int i = 0; i < plan.all().length; i++) {
            if (tries(kind, plan.all()[i].kind())) {
                protections.drill(i);
            }
        }
        if (kind == Protection.UPS.ordinal()) {
            batteries.drilled();
        }
        if (kind == Protection.FAILOVER.ordinal()) {
            clusters.rehearse();
        }
        next(kind, stage.now + plan.drillHours()[kind]);
    }
}
