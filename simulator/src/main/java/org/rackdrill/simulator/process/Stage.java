package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.kernel.FutureEvents;
import org.rackdrill.simulator.kernel.Luck;

/** What all processes of one history share: the clock, the list of what is to come, the luck, the points. */
public final class Stage {

    /** No cause is left out. */
    public static final int NOBODY = -1;

    final CompiledLab lab;
    final FutureEvents future = new FutureEvents();
    final Luck luck;
    final Points points;
    final Waits waits;
    final Surprises surprises;

    double now;
    double horizon;

    /** What the present event is a consequence of. */
    int cause;

    /** The cause that never strikes in this history. */
    int absent;

    double[] factors;

    /** Whether nothing happens by itself: only what somebody does, and what follows from it in the likelier way. */
    boolean calm;

    Stage(CompiledLab lab) {
        this.lab = lab;
        luck = new Luck(lab.streams());
        points = new Points(lab.structure());
        waits = new Waits(this);
        surprises = new Surprises(lab.causes().count());
        factors = lab.parameters().bestGuess();
    }

    void begin(long seed, long history, double[] parameterFactors, double horizonHours, int absentCause) {
        future.clear();
        points.reset();
        waits.begin();
        surprises.begin();
        luck.begin(seed, history);
        luck.sober(calm);
        factors = parameterFactors;
        horizon = horizonHours;
        absent = absentCause;
        now = 0;
        cause = 0;
    }

    /** Returns the time now, in hours from the start. */
    public double now() {
        return now;
    }

    /** Returns the points. */
    public Points points() {
        return points;
    }

    boolean up(int point) {
        return points.up(point);
    }

    void set(int leaf, boolean value) {
        points.set(leaf, value, cause, now);
    }

    /** Blames what is down already on the present cause: the one before is over. */
    void blame(int leaf) {
        points.blame(leaf, cause);
    }

    double sample(int life, int stream) {
        return lab.lives().sample(life, luck.of(stream), factors);
    }

    /** Draws how long something lasts that follows from the present cause. */
    double lasts(int duration, int stream) {
        double hours = sample(duration, stream);
        lasted(duration, hours);
        return hours;
    }

    /** Counts a duration that was drawn before it was known whether it matters. */
    void lasted(int duration, double hours) {
        surprises.lasts(cause, lab.lives().beyondMean(duration, hours, factors));
    }

    void at(double time, Event event, int subject, int stamp) {
        if (time < horizon && !(calm && event.ambient())) {
            future.schedule(time, event.ordinal(), subject, stamp, cause);
        }
    }

    void after(double hours, Event event, int subject, int stamp) {
        at(now + hours, event, subject, stamp);
    }
}
