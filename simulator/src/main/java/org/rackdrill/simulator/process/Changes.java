package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.ChangePlan;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Fixed;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.kernel.Luck;

/**
 * Changes made on purpose by a person who is at home and awake. A good one takes time and sometimes a restart; a bad one
 * breaks what it changed, most often before the eyes of the one who did it.
 */
final class Changes {

    /** Changes that touch a guest, such as a new version or a setting; the most frequent sort. Our estimate. */
    private static final double GUEST_WEIGHT = 70;

    /** Changes that touch a node's system, such as its network or storage. Our estimate. */
    private static final double NODE_WEIGHT = 20;

    /** Changes that touch the configuration of a router, switch or access point. Our estimate. */
    private static final double BOX_WEIGHT = 10;

    /** At the keyboard for one change. Our estimate. */
    private static final double WORK_HOURS = Fixed.CHANGE.hours();

    /** Good changes of a guest that end with its restart. Our estimate. */
    private static final double RESTARTS = 0.5;

    /** Bad changes that show only later, at some restart or some expiry. Our estimate. */
    private static final double SHOWS_LATER = 0.2;

    /** The longest time until those show. Our estimate. */
    private static final double LATEST_HOURS = 14 * Hours.PER_DAY;

    private final Stage stage;
    private final CompiledLab lab;
    private final Operator operator;
    private final Machines machines;
    private final Guests guests;
    private final Clusters clusters;
    private final ChangePlan plan;
    private final boolean[] broken;

    Changes(Stage stage, Operator operator, Machines machines, Guests guests, Clusters clusters) {
        this.stage = stage;
        this.operator = operator;
        this.machines = machines;
        this.guests = guests;
        this.clusters = clusters;
        lab = stage.lab;
        plan = lab.changes();
        broken = new boolean[plan.mode().length];
    }

    void begin() {
        Arrays.fill(broken, false);
        stage.cause = plan.workCause();
        next();
    }

    private void next() {
        if (plan.every() == Lifetimes.NEVER || plan.mode().length == 0) {
            return;
        }
        double due = stage.now + stage.sample(plan.every(), plan.stream());
        double share = stage.luck.of(plan.stream()).nextDouble();
        if (due < stage.horizon) {
            double time = operator.wakingTime(due, share);
            stage.at(time > stage.now ? time : time + Hours.PER_DAY, Event.CHANGE, 0, 0);
        }
    }

    /** Something is changed, unless its owner is away. */
    void change() {
        Luck luck = stage.luck.of(plan.stream());
        int target = target(luck.nextDouble(), luck.nextDouble());
        boolean wrong = luck.chance(plan.goesWrong().under(stage.factors));
        boolean later = luck.chance(SHOWS_LATER);
        double delay = luck.nextDouble() * LATEST_HOURS;
        boolean restarts = luck.chance(RESTARTS);
        if (operator.atHome(stage.now) == stage.now) {
            operator.spends(WORK_HOURS);
            int mode = plan.mode()[target];
            if (wrong && lab.modes()[mode].cause() != stage.absent) {
                goesWrong(mode, later ? delay : 0);
            } else if (restarts && plan.guest()[target] >= 0 && plan.workCause() != stage.absent) {
                guests.crashes(plan.guest()[target], false, clusters);
            }
        }
        next();
    }

    private void goesWrong(int mode, double delay) {
        if (delay == 0) {
            operator.watches(mode);
        }
        stage.after(delay, Event.FAIL, mode, 0);
    }

    /** Chooses the sort of thing by weight, and one of its sort evenly. */
    private int target(double sort, double which) {
        int all = plan.mode().length;
        double guest = plan.nodesFrom() > 0 ? GUEST_WEIGHT : 0;
        double node = plan.boxesFrom() > plan.nodesFrom() ? NODE_WEIGHT : 0;
        double box = all > plan.boxesFrom() ? BOX_WEIGHT : 0;
        double place = sort * (guest + node + box);
        if (place < guest) {
            return (int) (which * plan.nodesFrom());
        }
        return place < guest + node
                ? plan.nodesFrom() + (int) (which * (plan.boxesFrom() - plan.nodesFrom()))
                : plan.boxesFrom() + (int) (which * (all - plan.boxesFrom()));
    }

    /** Breaks what was changed; says whether it was there to break. */
    boolean breaks(int target, int mode) {
        if (broken[target]) {
            return false;
        }
        int guest = plan.guest()[target];
        int machine = plan.machine()[target];
        broken[target] = guest >= 0
                ? guests.crashes(guest, true, clusters)
                : machines.up(machine) && machines.breaks(machine, lab.modes()[mode]);
        return broken[target];
    }

    /** The change was taken back, or put right. */
    void mended(int target) {
        broken[target] = false;
        if (plan.guest()[target] >= 0) {
            guests.mended(plan.guest()[target], clusters);
        } else {
            machines.mended(plan.machine()[target]);
        }
    }
}
