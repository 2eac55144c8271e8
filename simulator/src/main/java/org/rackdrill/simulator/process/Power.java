package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.UpsPlan;

/** The public grid and the batteries behind it. Charge is computed when something asks, never by ticking. */
final class Power {

    /** The share of a full charge that the recharge time of a data sheet reaches. */
    private static final double RECHARGED = 0.9;

    private static final double MINUTES = 60;

    private final Stage stage;
    private final Machines machines;
    private final Protections protections;
    private final UpsPlan[] ups;
    private final int[] gridFaults;
    private final double[] charge;
    private final double[] chargedAt;
    private final double[] perHour;
    private final double[] chargeAtCut;
    private final boolean[] onBattery;
    private final boolean[] low;
    private final boolean[] broken;
    private final int[] stamp;
    private final int[][] upsOfSite;
    private final int[][] upsOfMachine;

    Power(Stage stage, Machines machines, Protections protections) {
        this.stage = stage;
        this.machines = machines;
        this.protections = protections;
        CompiledLab lab = stage.lab;
        ups = lab.ups();
        gridFaults = new int[lab.mains().length];
        charge = new double[ups.length];
        chargedAt = new double[ups.length];
        perHour = new double[ups.length];
        chargeAtCut = new double[ups.length];
        onBattery = new boolean[ups.length];
        low = new boolean[ups.length];
        broken = new boolean[ups.length];
        stamp = new int[ups.length];
        upsOfSite = Inverse.of(lab.mains().length, ups.length, i -> new int[] {ups[i].site()});
        upsOfMachine = Inverse.of(lab.machines().length, ups.length, i -> ups[i].machines());
    }

    void begin() {
        Arrays.fill(gridFaults, 0);
        Arrays.fill(charge, 1);
        Arrays.fill(chargedAt, 0);
        Arrays.fill(perHour, 0);
        Arrays.fill(onBattery, false);
        Arrays.fill(low, false);
        Arrays.fill(broken, false);
        Arrays.fill(stamp, 0);
    }

    void gridFails(int site) {
        gridFaults[site]++;
        stage.set(stage.lab.mains()[site], false);
    }

    void gridReturns(int site) {
        if (--gridFaults[site] == 0) {
            stage.set(stage.lab.mains()[site], true);
        }
    }

    /** The input of every UPS at a site has changed. */
    void mainsChanged(int site) {
        for (int i : upsOfSite[site]) {
            if (stage.up(ups[i].mains())) {
                mainsReturned(i);
            } else {
                settle(i);
                chargeAtCut[i] = charge[i];
                onBattery[i] = true;
                discharge(i);
            }
        }
    }

    private void mainsReturned(int i) {
        settle(i);
        onBattery[i] = false;
        low[i] = false;
        stamp[i]++;
        double hours = stage.lab.lives().mean(ups[i].recharge(), stage.factors);
        perHour[i] = hours > 0 ? -RECHARGED / hours : Double.NEGATIVE_INFINITY;
        stage.set(ups[i].output(), !broken[i]);
        for (int machine : ups[i].machines()) {
            machines.mayStart(machine);
        }
    }

    /** What a UPS carries has changed; on battery that moves the end. */
    void loadChanged(int machine) {
        for (int i : upsOfMachine[machine]) {
            if (onBattery[i]) {
                settle(i);
                discharge(i);
            }
        }
    }

    void fails(int i) {
        broken[i] = true;
        stage.set(ups[i].output(), false);
    }

    /** The rack hangs on the wall or on a new UPS. */
    void mended(int i) {
        broken[i] = false;
        settle(i);
        stage.set(ups[i].output(), stage.up(ups[i].mains()) || charge[i] > 0);
    }

    void batteryLow(int i, int eventStamp) {
        if (eventStamp != stamp[i] || !protections.answers(stage.lab.guards().shutdown()[i])) {
            return;
        }
        low[i] = true;
        wouldHaveLasted(i);
        for (int machine : ups[i].machines()) {
            if (stage.lab.machines()[machine].node() >= 0 && onLastMinutes(machine)) {
                machines.halt(machine);
            }
        }
    }

    /** Returns whether every living feed of a machine comes from a battery that is low. */
    private boolean onLastMinutes(int machine) {
        double share = 0;
        for (int i : upsOfMachine[machine]) {
            for (int j = 0; low[i] && j < ups[i].machines().length; j++) {
                share += ups[i].machines()[j] == machine ? machines.share(machine, ups[i].feeds()[j]) : 0;
            }
        }
        return share > 1 - 1e-9;
    }

    void batteryEmpty(int i, int eventStamp) {
        if (eventStamp == stamp[i]) {
            settle(i);
            charge[i] = 0;
            wouldHaveLasted(i);
            stage.set(ups[i].output(), false);
        }
    }

    /** The end comes early by what was missing from the battery when the power was cut. */
    private void wouldHaveLasted(int i) {
        stage.waits.add(Circumstance.RECHARGING, stage.now, stage.now + (1 - chargeAtCut[i]) / perHour[i]);
    }

    private void settle(int i) {
        double hours = stage.now - chargedAt[i];
        if (hours > 0 && perHour[i] != 0) {
            charge[i] = Math.max(0, Math.min(1, charge[i] - perHour[i] * hours));
        }
        chargedAt[i] = stage.now;
    }

    private void discharge(int i) {
        stamp[i]++;
        double watts = load(i);
        if (watts > ups[i].overloadWatts() * stage.factors[ups[i].overloadParameter()]) {
            stage.set(ups[i].output(), false);
        }
        double full = ups[i].runtime().minutesAt(watts)
                / MINUTES
                * ups[i].runtimeFactor()
                * stage.factors[ups[i].runtimeParameter()];
        perHour[i] = 1 / full;
        double left = charge[i] * full;
        if (Double.isInfinite(left)) {
            return;
        }
        stage.after(left, Event.BATTERY_EMPTY, i, stamp[i]);
        if (ups[i].shutdownHours() >= 0) {
            stage.after(Math.max(0, left - ups[i].shutdownHours()), Event.BATTERY_LOW, i, stamp[i]);
        }
    }

    private double load(int i) {
        double watts = ups[i].steadyWatts();
        for (int j = 0; j < ups[i].machines().length; j++) {
            int machine = ups[i].machines()[j];
            if (machines.draws(machine)) {
                Machine it = stage.lab.machines()[machine];
                watts += it.watts() * stage.factors[it.wattsParameter()] * machines.share(machine, ups[i].feeds()[j]);
            }
        }
        return watts;
    }
}
