package org.rackdrill.simulator.rare;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.OperatorPlan;
import org.rackdrill.simulator.kernel.Luck;

/** When somebody puts a new disk in who notices, sleeps, travels and waits for parts, and has nothing else to do. */
final class Person {

    private static final double[] NO_TRIPS = {};

    private final CompiledLab lab;
    private final OperatorPlan plan;
    private final double[] factors;
    private final Luck luck;
    private final int[] drawer;

    /** Planned ahead; never changed once made, so that courses share them. */
    private double[] trips = NO_TRIPS;

    private double restockedAt = Double.POSITIVE_INFINITY;

    Person(CompiledLab lab, double[] factors, Luck luck) {
        this.lab = lab;
        this.factors = factors;
        this.luck = luck;
        plan = lab.operator();
        drawer = plan.spares().clone();
    }

    void begin(double horizon) {
        System.arraycopy(plan.spares(), 0, drawer, 0, drawer.length);
        trips = NO_TRIPS;
        if (plan.awayHoursPerYear() > 0) {
            double share = Math.min(0.95, plan.awayHoursPerYear() / Hours.PER_YEAR);
            double home = plan.tripHours() * (1 - share) / share;
            double[] planned = new double[16];
            int count = 0;
            double start = luck.of(0).exponential() * home;
            while (start < horizon) {
                planned = count == planned.length ? Arrays.copyOf(planned, 2 * count) : planned;
                planned[count++] = start;
                start += plan.tripHours() + luck.of(0).exponential() * home;
            }
            trips = Arrays.copyOf(planned, count);
        }
    }

    void goFrom(Person other) {
        System.arraycopy(other.drawer, 0, drawer, 0, drawer.length);
        trips = other.trips;
    }

    /** A part that was ordered has come. */
    void restocked(Mode mode) {
        drawer[mode.repair().spare()]++;
    }

    /** Returns when the drawer is full again after what was mended last; never when nothing was taken out of it. */
    double restockedAt() {
        return restockedAt;
    }

    /** Returns when something is mended that fails now. */
    double mends(Mode mode, double now) {
        Mode.Repair repair = mode.repair();
        double reached = now + sample(plan.noticesAfter());
        boolean rings = plan.wokenByAlarms() && plan.monitoring() >= 0;
        double told = rings ? reached : plan.wakes(reached);
        double upNight = rings && plan.asleep(told) ? OperatorPlan.night(told) : Double.NaN;
        double shipped = told + sample(repair.lasts());
        boolean inDrawer = repair.spare() >= 0 && drawer[repair.spare()] > 0;
        restockedAt = inDrawer ? shipped : Double.POSITIVE_INFINITY;
        if (inDrawer) {
            drawer[repair.spare()]--;
        }
        double here = inDrawer ? told : shipped;
        double way = repair.hands() ? sample(plan.travel()[repair.site()]) : 0;
        return ready(here, repair.hands(), upNight) + way + sample(repair.work());
    }

    private double sample(int life) {
        return lab.lives().sample(life, luck.of(0), factors);
    }

    private double ready(double from, boolean hands, double upNight) {
        double time = from;
        while (true) {
            double there = hands ? home(time) : time;
            double then = OperatorPlan.night(there) == upNight ? there : plan.wakes(there);
            if (then == time) {
                return time;
            }
            time = then;
        }
    }

    private double home(double time) {
        for (int i = 0; i < trips.length && trips[i] <= time; i++) {
            if (time < trips[i] + plan.tripHours()) {
                return trips[i] + plan.tripHours();
            }
        }
        return time;
    }
}
