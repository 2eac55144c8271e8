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

    /** The mode of nothing. */
    private static final int NOTHING = -1;

    private final Stage stage;
    private final Ages ages;
    private final ComponentPlan[] components;
    private final Exposure exposure;
    private final SharedClock clock;

    /** What a failure looks up of each component, where it is found at once. */
    private final int[] mode;

    private final int[] up;
    private final int[] crew;
    private final int[] cause;
    private final int[] stream;
    private final int[] fails;
    private final int[] repairs;
    private final double[] testedHours;
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
        clock = new SharedClock(stage);
        mode = Arrays.stream(components).mapToInt(ComponentPlan::mode).toArray();
        up = Arrays.stream(components).mapToInt(ComponentPlan::up).toArray();
        crew = Arrays.stream(components).mapToInt(ComponentPlan::crew).toArray();
        Mode[] modes = stage.lab.modes();
        cause = Arrays.stream(mode).map(it -> modes[it].cause()).toArray();
        stream = Arrays.stream(mode).map(it -> modes[it].stream()).toArray();
        fails = Arrays.stream(mode).map(it -> modes[it].fails()).toArray();
        repairs = Arrays.stream(mode).map(it -> modes[it].repair().lasts()).toArray();
        testedHours = Arrays.stream(components)
                .mapToDouble(ComponentPlan::testedHours)
                .toArray();
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
            if (clock.isOf(i)) {
                live(i);
            } else {
                double age = ages.of(mode[i]);
                live(i, ages.untilFirst(mode[i], age), age);
            }
        }
        clock.begin();
    }

    private void live(int i) {
        if (clock.isOf(i)) {
            since[i] = stage.now;
            speed[i] = 1;
            exposure.begins(mode[i], 0);
            return;
        }
        boolean never = fails[i] == Lifetimes.NEVER || cause[i] == stage.absent;
        live(i, never ? Double.POSITIVE_INFINITY : stage.sample(fails[i], stream[i]), 0);
    }

    /** Starts a life of so many hours, or what is left of it at an age. */
    private void live(int i, double hours, double age) {
        stamp[i]++;
        since[i] = stage.now;
        speed[i] = speedOf(i);
        left[i] = hours;
        lasts[i] = hours;
        if (hours < Double.POSITIVE_INFINITY) {
            exposure.begins(mode[i], age);
        }
        plan(i);
    }

    private void plan(int i) {
        if (speed[i] > 0) {
            double hours = speed[i] == 1 ? left[i] : left[i] / speed[i];
            stage.after(hours, Event.COMPONENT_FAILS, i, stamp[i]);
        }
    }

    private double speedOf(int i) {
        if (plain) {
            return 1;
        }
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

    /** The clock that many share has ticked: one of them fails, if it is up; returns its mode, or that of nothing. */
    int tick() {
        int i = clock.tick();
        if (!stage.up(up[i]) || cause[i] == stage.absent) {
            return NOTHING;
        }
        return fails(i, stage.now - since[i]);
    }

    /** A component fails, if it is still the life that was meant; returns its mode, or that of nothing. */
    int fails(int i, int eventStamp) {
        if (eventStamp != stamp[i]) {
            return NOTHING;
        }
        stamp[i]++;
        return fails(i, lasts[i]);
    }

    /** A component fails without having been due, if it is up; returns its mode, or that of nothing. */
    int failsOnceMore(int i) {
        if (!stage.up(up[i])) {
            return NOTHING;
        }
        stamp[i]++;
        exposure.ends(mode[i], lived(i));
        return goesDown(i);
    }

    /** Returns how many hours of its present life a component has behind it. */
    private double lived(int i) {
        return clock.isOf(i) ? stage.now - since[i] : lasts[i] - left[i] + (stage.now - since[i]) * speed[i];
    }

    private int fails(int i, double hours) {
        exposure.fails(mode[i], hours);
        return goesDown(i);
    }

    private int goesDown(int i) {
        stage.cause = cause[i];
        stage.set(up[i], false);
        if (crew[i] >= 0 && busy[crew[i]] >= stage.lab.crews()[crew[i]]) {
            waiting[crew[i]][waitingCount[crew[i]]++] = i;
        } else {
            repair(i);
        }
        surroundingsChanged();
        return mode[i];
    }

    private void repair(int i) {
        if (crew[i] >= 0) {
            busy[crew[i]]++;
        }
        double seen = testedHours[i] > 0 ? (Math.floor(stage.now / testedHours[i]) + 1) * testedHours[i] : stage.now;
        stage.at(seen + stage.lasts(repairs[i], stream[i]), Event.COMPONENT_MENDED, i, 0);
    }

    /** The history is over. */
    void end() {
        for (int i = 0; i < components.length; i++) {
            exposure.ends(mode[i], lived(i));
        }
    }

    void mended(int i) {
        stage.set(up[i], true);
        live(i);
        surroundingsChanged();
        if (crew[i] >= 0) {
            busy[crew[i]]--;
            callNext(crew[i]);
        }
    }

    private void callNext(int free) {
        if (waitingCount[free] == 0) {
            return;
        }
        int next = waiting[free][0];
        waitingCount[free]--;
        System.arraycopy(waiting[free], 1, waiting[free], 0, waitingCount[free]);
        repair(next);
    }
}
