package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.BatteryPlan;
import org.rackdrill.simulator.compiled.UpsPlan;

/**
 * The batteries of UPS. Charge and age are computed when something asks, never by ticking. A battery that is dead looks
 * well until a test, a drill or a power cut shows it; one that is worn shows in a test.
 */
final class Batteries {

    /** The share of a full charge that the recharge time of a data sheet reaches. */
    private static final double RECHARGED = 0.9;

    /** A charge that is full but for rounding. */
    private static final double FULL = 1 - 1e-6;

    private static final double MINUTES = 60;

    private final Stage stage;
    private final Operator operator;
    private final UpsPlan[] ups;
    private final double[] charge;
    private final double[] chargedAt;
    private final double[] perHour;
    private final double[] chargeAtCut;
    private final double[] installedAt;
    private final double[] wornAt;
    private final double[] testPhase;
    private final boolean[] dead;

    /** What a fault on purpose leaves of each battery. */
    private final double[] holds;

    private final boolean[] ordered;
    private final int[] stamp;

    Batteries(Stage stage, Operator operator) {
        this.stage = stage;
        this.operator = operator;
        ups = stage.lab.ups();
        charge = new double[ups.length];
        chargedAt = new double[ups.length];
        perHour = new double[ups.length];
        chargeAtCut = new double[ups.length];
        installedAt = new double[ups.length];
        wornAt = new double[ups.length];
        testPhase = new double[ups.length];
        dead = new boolean[ups.length];
        holds = new double[ups.length];
        ordered = new boolean[ups.length];
        stamp = new int[ups.length];
    }

    void begin() {
        Arrays.fill(charge, 1);
        Arrays.fill(chargedAt, 0);
        Arrays.fill(perHour, 0);
        Arrays.fill(dead, false);
        Arrays.fill(holds, 1);
        Arrays.fill(ordered, false);
        Arrays.fill(stamp, 0);
        for (int i = 0; i < ups.length; i++) {
            BatteryPlan plan = ups[i].battery();
            installedAt[i] = -plan.ageHours();
            testPhase[i] = stage.luck.of(plan.stream()).nextDouble() * plan.testHours();
            live(i);
        }
    }

    /** Starts the life of a battery; how long it lasts is drawn at its start, whoever is going to ask. */
    private void live(int i) {
        BatteryPlan plan = ups[i].battery();
        int cause = stage.lab.modes()[plan.mode()].cause();
        double dies = stage.sample(plan.dies(), plan.stream());
        double worn = stage.sample(plan.life(), plan.stream());
        wornAt[i] = plan.ages() && !stage.calm ? Math.max(stage.now, installedAt[i] + worn) : Double.POSITIVE_INFINITY;
        int root = stage.cause;
        stage.cause = cause;
        if (cause != stage.absent) {
            stage.after(dies, Event.BATTERY_DIES, i, stamp[i]);
        }
        findAt(i, wornAt[i]);
        stage.cause = root;
    }

    /** Plans the test that shows what is true from a moment on. */
    private void findAt(int i, double from) {
        double every = ups[i].battery().testHours();
        if (every > 0 && from < stage.horizon) {
            double test = Math.ceil((from - testPhase[i]) / every) * every + testPhase[i];
            stage.at(Math.max(from, test), Event.BATTERY_FOUND, i, stamp[i]);
        }
    }

    /** Returns the mode of its death, or -1 when it was another battery that this was meant for. */
    int dies(int i, int eventStamp) {
        if (eventStamp != stamp[i] || dead[i]) {
            return -1;
        }
        dead[i] = true;
        findAt(i, stage.now);
        return ups[i].battery().mode();
    }

    /** Returns what the charger takes from the mains, in watts: what a discharge takes at a load comes back in time. */
    double chargingWatts(int i, double watts) {
        settle(i);
        double hours = stage.lab.lives().mean(ups[i].battery().recharge(), stage.factors);
        if (charge[i] > FULL || hours <= 0 || watts <= 0) {
            return 0;
        }
        return watts * ups[i].runtime().minutesAt(watts) / MINUTES / hours / BatteryPlan.CHARGING_EFFICIENCY;
    }

    /** Returns how long the charge takes that is under way, in hours; 0 when it is full. */
    double chargingHours(int i) {
        settle(i);
        return charge[i] > FULL || !(perHour[i] < 0) ? 0 : (charge[i] - 1) / perHour[i];
    }

    /** A test shows what is wrong; nothing, when what was done to the battery on purpose is undone by then. */
    void found(int i, int eventStamp) {
        boolean wrong = dead[i] || wornAt[i] <= stage.now || holds[i] < 1;
        if (eventStamp == stamp[i] && wrong) {
            order(i);
        }
    }

    /** A drill that pulls the plug shows how every battery is. */
    void drilled() {
        for (int i = 0; i < ups.length; i++) {
            if (ups[i].battery().drilled() && (dead[i] || wornAt[i] <= stage.now)) {
                order(i);
            }
        }
    }

    private void order(int i) {
        if (!ordered[i]) {
            ordered[i] = true;
            if (holds[i] < 1) {
                // Whoever weakened it on purpose buys no new one.
                return;
            }
            operator.hears(ups[i].battery().mode());
        }
    }

    /** A new battery is in, charged. */
    void replaced(int i) {
        dead[i] = false;
        ordered[i] = false;
        holds[i] = 1;
        charge[i] = 1;
        chargedAt[i] = stage.now;
        installedAt[i] = stage.now;
        stamp[i]++;
        live(i);
    }

    /** Returns whether a battery takes over; one that does not is a secret no more. */
    boolean carries(int i) {
        if (dead[i]) {
            order(i);
        }
        settle(i);
        chargeAtCut[i] = charge[i];
        return !dead[i];
    }

    /** Returns how much longer it would last at its present load, had it been full when the power was cut. */
    double missingHours(int i) {
        return (1 - chargeAtCut[i]) / perHour[i];
    }

    void settle(int i) {
        charge[i] = charge(i);
        chargedAt[i] = stage.now;
    }

    /** Returns the charge, as a share of what it holds when full. */
    double charge(int i) {
        double hours = stage.now - chargedAt[i];
        return hours > 0 && perHour[i] != 0 ? Math.max(0, Math.min(1, charge[i] - perHour[i] * hours)) : charge[i];
    }

    void charges(int i) {
        settle(i);
        double hours = stage.lab.lives().mean(ups[i].battery().recharge(), stage.factors);
        perHour[i] = hours > 0 ? -RECHARGED / hours : Double.NEGATIVE_INFINITY;
    }

    /** Discharges at a load, and returns the hours that are left. */
    double discharges(int i, double watts) {
        settle(i);
        double full =
                ups[i].runtime().minutesAt(watts) / MINUTES * leftByAge(i) * stage.factors[ups[i].runtimeParameter()];
        perHour[i] = 1 / full;
        return charge[i] > 0 ? charge[i] * full : 0;
    }

    private double leftByAge(int i) {
        if (Double.isInfinite(ups[i].runtimeFactor())) {
            return Double.POSITIVE_INFINITY;
        }
        return holds[i] * leftByAgeAlone(i);
    }

    private double leftByAgeAlone(int i) {
        BatteryPlan plan = ups[i].battery();
        double age = plan.ages() ? stage.now - installedAt[i] : plan.ageHours();
        return BatteryPlan.left(age, stage.lab.lives().mean(plan.life(), stage.factors));
    }

    /** Holds a share of what it should from now on, which the next test shows. */
    void weaken(int i, double share) {
        settle(i);
        ordered[i] &= holds[i] == 1;
        holds[i] = share;
        if (share < 1) {
            findAt(i, stage.now);
        }
    }

    /** Returns how the charge changes, as a share of a full one in an hour. */
    double chargePerHour(int i) {
        return -perHour[i];
    }

    /** Returns whether somebody knows that it is dead or worn. */
    boolean known(int i) {
        return ordered[i];
    }

    void empties(int i) {
        settle(i);
        charge[i] = 0;
    }
}
