package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.WorkPlan;

/** Draws how long it takes to notice things, and to do them by hand or by a drill; in hours. */
public final class Takes {

    private final Stage stage;
    private final WorkPlan plan;

    Takes(Stage stage) {
        this.stage = stage;
        plan = stage.lab.takes();
    }

    /** Draws a time from something going wrong to the alarm about it. */
    public double alarm() {
        return draw(plan.alarmAfter());
    }

    /** Draws a time from a UPS that says something is wrong, or nothing, to the alarm about it. */
    public double upsAlarm() {
        return draw(plan.upsAlarmAfter());
    }

    /** Draws a time in which a drill lays the way back of a fault. */
    public double arming() {
        return draw(plan.arming());
    }

    /** Draws a time from a drill's word to undo a fault until it is undone. */
    public double undoing() {
        return draw(plan.undoing());
    }

    /** Draws how long a drill looks at something silent, until it gives that up. */
    public double unanswered() {
        return draw(plan.unanswered());
    }

    double failover() {
        return draw(plan.failover());
    }

    double failback() {
        return draw(plan.failback());
    }

    double restoreProof() {
        return draw(plan.restoreProof());
    }

    double sync() {
        return draw(plan.sync());
    }

    double scrub() {
        return draw(plan.scrub());
    }

    double replaceDisk() {
        return draw(plan.replaceDisk());
    }

    private double draw(int duration) {
        return stage.sample(duration, plan.stream());
    }
}
