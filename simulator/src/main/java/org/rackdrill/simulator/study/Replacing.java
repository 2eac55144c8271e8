package org.rackdrill.simulator.study;

import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.OperatorPlan;
import org.rackdrill.simulator.compiled.PoolPlan;

/** How long a person needs, in the mean, to know of a failure and to put a new disk in. */
final class Replacing {

    private final CompiledLab lab;

    Replacing(CompiledLab lab) {
        this.lab = lab;
    }

    /** Noticing, waiting for the part and for the person, and the work itself, in the mean. */
    double hours(PoolPlan pool, double[] factors) {
        Mode mode = lab.modes()[pool.loss()];
        OperatorPlan operator = lab.operator();
        boolean inDrawer =
                mode.repair().spare() >= 0 && operator.spares()[mode.repair().spare()] > 0;
        double part = inDrawer ? 0 : lab.lives().mean(mode.repair().lasts(), factors);
        double away = operator.awayHoursPerYear() / Hours.PER_YEAR * operator.tripHours() / 2;
        return noticeHours(factors)
                + part
                + away
                + lab.lives().mean(operator.travel()[mode.repair().site()], factors)
                + lab.lives().mean(mode.repair().work(), factors);
    }

    /** From a failure that somebody feels to a person who is awake and knows, in the mean. */
    double noticeHours(double[] factors) {
        OperatorPlan operator = lab.operator();
        double asleep = operator.asleepTo() - operator.asleepFrom();
        asleep = asleep < 0 ? asleep + Hours.PER_DAY : asleep;
        double night = asleep * asleep / 2 / Hours.PER_DAY;
        return lab.lives().mean(operator.noticesAfter(), factors) + night;
    }
}
