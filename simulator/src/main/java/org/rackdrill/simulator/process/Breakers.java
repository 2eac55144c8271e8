package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.BreakerPlan;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Machine;

/**
 * Circuit breakers. A strip of metal follows the square of the current with a delay and trips at a temperature; a magnet
 * trips at once. Within the bounds of the standard each breaker has levels of its own, drawn for each history. The
 * household's other loads never tick: how often they meet the rack for long enough is a rate, and luck is used up at it.
 */
final class Breakers {

    /**
     * Time constant of the metal strip. With it, the bounds of IEC 60898-1 hold: never at 1.13 times the rated current,
     * within an hour at 1.45 times, between 1 s and 1 min at 2.55 times. Our estimate within them.
     */
    private static final double TIME_CONSTANT_HOURS = Hours.ofSeconds(150);

    private final Stage stage;
    private final Machines machines;
    private final Operator operator;
    private final Power power;
    private final Batteries batteries;
    private final BreakerPlan[] plans;
    private final int[] ofSite;
    private final double[] strip;
    private final double[] magnet;
    private final double[] heat;
    private final double[] squared;
    private final double[] since;
    private final double[] luckLeft;
    private final double[] rate;
    private final boolean[] byHand;
    private final int[] stamp;

    Breakers(Stage stage, Machines machines, Operator operator, Power power, Batteries batteries) {
        this.stage = stage;
        this.machines = machines;
        this.operator = operator;
        this.power = power;
        this.batteries = batteries;
        plans = stage.lab.power().breakers();
        ofSite = new int[stage.lab.mains().length];
        Arrays.fill(ofSite, -1);
        for (int i = 0; i < plans.length; i++) {
            ofSite[plans[i].site()] = i;
        }
        strip = new double[plans.length];
        magnet = new double[plans.length];
        heat = new double[plans.length];
        squared = new double[plans.length];
        since = new double[plans.length];
        luckLeft = new double[plans.length];
        rate = new double[plans.length];
        byHand = new boolean[plans.length];
        stamp = new int[plans.length];
    }

    void begin() {
        Arrays.fill(byHand, false);
        Arrays.fill(since, 0);
        Arrays.fill(rate, 0);
        Arrays.fill(stamp, 0);
        for (int i = 0; i < plans.length; i++) {
            BreakerPlan plan = plans[i];
            strip[i] = BreakerPlan.BEARS
                    + (BreakerPlan.TRIPS - BreakerPlan.BEARS)
                            * stage.luck.of(plan.stream()).nextDouble();
            magnet[i] = plan.magnetLow()
                    + (plan.magnetHigh() - plan.magnetLow())
                            * stage.luck.of(plan.stream()).nextDouble();
            luckLeft[i] = stage.luck.of(plan.stream()).exponential();
            squared[i] = Math.pow(rackWatts(plan) / (plan.amps() * plan.volts()), 2);
            heat[i] = Math.min(squared[i], strip[i] * strip[i]);
            plan(i);
        }
    }

    /** What a machine draws has changed. */
    void loadChanged(int machine) {
        int i = ofSite[stage.lab.machines()[machine].site()];
        if (i >= 0) {
            change(i);
        }
    }

    /** Returns the mode of a trip when power has returned to more at once than the magnet bears, or -1. */
    int mainsChanged(int site) {
        int i = ofSite[site];
        if (i < 0) {
            return -1;
        }
        boolean returned = live(plans[i]);
        boolean oneByOne = byHand[i];
        byHand[i] &= !returned;
        if (returned && !oneByOne && inrush(plans[i]) > magnet[i] * plans[i].amps() && mayTrip(i)) {
            return trips(i);
        }
        change(i);
        return -1;
    }

    /** Machines that are later in the boot order hang on a switched strip, which staggers them. */
    private double inrush(BreakerPlan plan) {
        double amps = 0;
        for (int j = 0; j < plan.starting().length; j++) {
            Machine machine = stage.lab.machines()[plan.starting()[j]];
            boolean justNow = stage.up(machine.power()) && stage.points.since(machine.power()) == stage.now;
            if (justNow && machine.delayHours() == 0) {
                amps += plan.inrush()[j] * stage.factors[plan.inrushParameters()[j]];
            }
        }
        return amps;
    }

    /** Returns whether there is power behind it. */
    private boolean live(BreakerPlan plan) {
        return stage.up(stage.lab.mains()[plan.site()]) && stage.up(plan.point());
    }

    private boolean mayTrip(int i) {
        return stage.lab.modes()[plans[i].mode()].cause() != stage.absent;
    }

    /** Returns the mode of the trip, or -1 when the current has changed since it was planned. */
    int overheats(int i, int eventStamp) {
        if (eventStamp != stamp[i]) {
            return -1;
        }
        if (rate[i] > 0) {
            luckLeft[i] = stage.luck.of(plans[i].stream()).exponential();
            rate[i] = 0;
        }
        return trips(i);
    }

    private int trips(int i) {
        stamp[i]++;
        stage.set(plans[i].point(), false);
        operator.hears(plans[i].mode());
        return plans[i].mode();
    }

    /** Batteries are charged, as far as it was known when this was planned. */
    void look(int i, int eventStamp) {
        if (eventStamp == stamp[i]) {
            change(i);
        }
    }

    /** Somebody has switched it on again, with one thing after the other. */
    void reset(int i) {
        byHand[i] = true;
        stage.set(plans[i].point(), true);
    }

    private void change(int i) {
        double hours = stage.now - since[i];
        heat[i] = squared[i] + (heat[i] - squared[i]) * Math.exp(-hours / TIME_CONSTANT_HOURS);
        luckLeft[i] = Math.max(0, luckLeft[i] - rate[i] * hours);
        since[i] = stage.now;
        squared[i] = Math.pow(rackWatts(plans[i]) / (plans[i].amps() * plans[i].volts()), 2);
        plan(i);
    }

    private void plan(int i) {
        BreakerPlan plan = plans[i];
        stamp[i]++;
        rate[i] = 0;
        if (!live(plan) || !mayTrip(i)) {
            return;
        }
        double limit = strip[i] * strip[i];
        double root = Math.sqrt(squared[i]);
        double both = root + plan.sharedWatts() / (plan.amps() * plan.volts());
        int cause = stage.cause;
        stage.cause = stage.lab.modes()[plan.mode()].cause();
        if (squared[i] > limit) {
            stage.after(untilHot(heat[i], squared[i], limit), Event.TRIPS, i, stamp[i]);
        } else if (both * both > limit && !stage.calm) {
            double needs = untilHot(squared[i], both * both, limit);
            double lasts = stage.lab.lives().mean(plan.sharedLasts(), stage.factors);
            double every = stage.lab.lives().mean(plan.sharedEvery(), stage.factors);
            rate[i] = Math.exp(-needs / lasts) / every;
            stage.after(luckLeft[i] / rate[i], Event.TRIPS, i, stamp[i]);
        }
        stage.cause = cause;
        double charged = 0;
        for (int ups : plan.ups()) {
            charged = Math.max(charged, batteries.chargingHours(ups));
        }
        if (charged > 0 && both * both > limit) {
            stage.after(charged, Event.CHARGED, i, stamp[i]);
        }
    }

    /** Returns the hours until the strip is hot enough; it follows the square of the current. */
    private static double untilHot(double heat, double towards, double limit) {
        return heat >= limit ? 0 : TIME_CONSTANT_HOURS * Math.log((towards - heat) / (towards - limit));
    }

    private double rackWatts(BreakerPlan plan) {
        double watts = live(plan) ? plan.steadyWatts() : 0;
        for (int j = 0; j < plan.machines().length; j++) {
            int machine = plan.machines()[j];
            if (machines.draws(machine)) {
                Machine it = stage.lab.machines()[machine];
                watts += it.watts() * stage.factors[it.wattsParameter()] * machines.share(machine, plan.feeds()[j]);
            }
        }
        for (int ups : plan.ups()) {
            watts += power.inputWatts(ups);
        }
        return watts;
    }
}
