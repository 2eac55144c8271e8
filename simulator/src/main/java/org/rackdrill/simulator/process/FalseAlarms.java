package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.OperatorPlan;

/** Alarms about services that have nothing: a check that ran into a time-out. The more is watched, the more there are. */
final class FalseAlarms {

    private final Stage stage;
    private final Operator operator;
    private final OperatorPlan plan;

    FalseAlarms(Stage stage, Operator operator) {
        this.stage = stage;
        this.operator = operator;
        plan = stage.lab.operator();
    }

    void begin() {
        next();
    }

    private void next() {
        if (plan.falseAlarms() != Lifetimes.NEVER && plan.watchedServices() > 0) {
            double hours = stage.sample(plan.falseAlarms(), plan.falseAlarmStream()) / plan.watchedServices();
            stage.after(hours, Event.FALSE_ALARM, 0, 0);
        }
    }

    void alarm() {
        if (operator.watched()) {
            operator.looksInVain();
        }
        next();
    }
}
