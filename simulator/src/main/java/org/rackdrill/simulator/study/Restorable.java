package org.rackdrill.simulator.study;

import org.rackdrill.model.lab.Protection;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Guards;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.ProtectionPlan;

/**
 * The chance that a copy can be restored from when it is needed: it silently stops being so at some rate, stays broken
 * until a drill finds it, and some of what is broken is beyond help. Between two drills the mean share of time in which a
 * part with a constant rate is broken is 1 - (1 - exp(-x)) / x, x being the interval over the mean life.
 */
final class Restorable implements Durability.Usable {

    /** Where nobody ever tries, what was right at the start has so long to go wrong. */
    private static final double UNTRIED_HOURS = 10 * Hours.PER_YEAR;

    private final CompiledLab lab;
    private final double drilled;

    Restorable(CompiledLab lab) {
        this(lab, lab.guards().drillHours()[Protection.RESTORE.ordinal()]);
    }

    /**
     * Looks at a lab as if restores were rehearsed otherwise.
     *
     * @param drilled hours between two drills; 0: never
     */
    Restorable(CompiledLab lab, double drilled) {
        this.lab = lab;
        this.drilled = drilled;
    }

    @Override
    public double chance(int copy, double[] factors) {
        Guards guards = lab.guards();
        int number = guards.restore()[copy];
        if (number < 0) {
            return 1;
        }
        ProtectionPlan plan = guards.all()[number];
        double unseen = 1 - plan.alarmed().under(factors);
        double life = lab.lives().mean(lab.modes()[plan.mode()].fails(), factors) / unseen;
        double decayed = broken((drilled > 0 ? drilled : UNTRIED_HOURS) / life);
        double never = drilled > 0 ? 0 : plan.neverWorked().under(factors) * unseen;
        return 1 - (never + (1 - never) * decayed) * plan.hopeless().under(factors);
    }

    private static double broken(double x) {
        return x > 0 ? 1 + Math.expm1(-x) / x : 0;
    }
}
