package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.ComponentPlan;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;

/**
 * Parts with nothing but two distributions: alternating renewal, with crews that can be busy, tests that reveal what
 * nobody sees, and parts that age more slowly or not at all for a while.
 */
final class Components {

    private final Stage stage;
    private final Ages ages;
    private final ComponentPlan[] components;
    private final Exposure exposure;
    private final double[] lasts;
    private final double[] left;
    private final double[] since;
    private final double[] speed;
    private final int[] stamp;
    private final int[] busy;
    private final int[][] waiting;
    private final int[] waitingCount;
    private final boolean plain;

    Components(Stage stage, Ages ages) {
        this.stage = stage;
        this.ages = ages;
        components = stage.lab.components();
        exposure = new Exposure(stage);
        lasts = new double[components.length];
        left = new double[components.length];
        since = new double[components.length];
        speed = new double[components.length];
        stamp = new int[components.length];
        busy = new int[stage.lab.crews().length];
        waiting = new int[busy.length][components.length];
        waitingCount = new int[busy.length];
        plain = Arrays.stream(components).allMatch(it -> it.behind() < 0 && it.pausedBy() < 0);
    }

    void begin() {
        exposure.begin();
        Arrays.fill(stamp, 0);
        Arrays.fill(busy, 0);
        Arrays.fill(waitingCount, 0);
        for (int i = 0; i < components.length; i++) {
            double age = ages.of(components[i].mode());
            live(i, ages.untilFirst(components[i].mode(), age), age);
        }
    }

    private void live(int i) {
        Mode mode = stage.lab.modes()[components[i].mode()];
        boolean never = mode.fails() == Lifetimes.NEVER || mode.cause() == stage.absent;
        live(i, never ? Double.POSITIVE_INFINITY : stage.sample(mode.fails(), mode.stream()), 0);
    }

    /** Starts a life of so many hours, or what is left of it at an age. */
    private void live(int i, double hours, double age) {
        stamp[i]++;
        since[i] = stage.now;
        speed[i] = speedOf(i);
        left[i] = hours;
        lasts[i] = hours;
        if (hours < Double.POSITIVE_INFINITY) {
            exposure.begins(components[i].mode(), age);
        }
        plan(i);
    }

    private void plan(int i) {
        if (speed[i] > 0) {
            stage.after(left[i] / speed[i], Event.FAIL, components[i].mode(), stamp[i]);
        }
    }

    private double speedOf(int i) {
        ComponentPlan it = components[i];
        if (it.pausedBy() >= 0 && !stage.up(it.pausedBy())) {
            return 0;
        }
        return it.behind() >= 0 && stage.up(components[it.behind()].up()) ? it.dormancy() : 1;
    }

    /** Something that parts age with has changed. */
    void surroundingsChanged() {
        if (plain) {
            return;
        }
        for (int i = 0; i < components.length; i++) {
            double then = speedOf(i);
            if (stage.up(components[i].up()) && then != speed[i]) {
                left[i] = Math.max(0, left[i] - (stage.now - since[i]) * speed[i]);
                since[i] = stage.now;
                speed[i] = then;
                stamp[i]++;
                plan(i);
            }
        }
    }

    void fails(int i, int mode, int eventStamp) {
        if (eventStamp != stamp[i]) {
            return;
        }
        ComponentPlan it = components[i];
        stamp[i]++;
        exposure.fails(mode, lasts[i]);
        stage.set(it.up(), false);
        if (it.crew() >= 0 && busy[it.crew()] >= stage.lab.crews()[it.crew()]) {
            waiting[it.crew()][waitingCount[it.crew()]++] = mode;
        } else {
            repair(it, mode);
        }
        surroundingsChanged();
    }

    private void repair(ComponentPlan it, int mode) {
        if (it.crew() >= 0) {
            busy[it.crew()]++;
        }
        Mode.Repair repair = stage.lab.modes()[mode].repair();
        double seen =
                it.testedHours() > 0 ? (Math.floor(stage.now / it.testedHours()) + 1) * it.testedHours() : stage.now;
        stage.at(seen + stage.lasts(repair.lasts(), stage.lab.modes()[mode].stream()), Event.MENDED, mode, 0);
    }

    /** The history is over. */
    void end() {
        for (int i = 0; i < components.length; i++) {
            exposure.ends(components[i].mode(), lasts[i] - left[i] + (stage.now - since[i]) * speed[i]);
        }
    }

    void mended(int i) {
        ComponentPlan it = components[i];
        stage.set(it.up(), true);
        live(i);
        surroundingsChanged();
        if (it.crew() >= 0) {
            busy[it.crew()]--;
            callNext(it.crew());
        }
    }

    private void callNext(int crew) {
        if (waitingCount[crew] == 0) {
            return;
        }
        int mode = waiting[crew][0];
        waitingCount[crew]--;
        System.arraycopy(waiting[crew], 1, waiting[crew], 0, waitingCount[crew]);
        repair(components[stage.lab.modes()[mode].subject()], mode);
    }
}
