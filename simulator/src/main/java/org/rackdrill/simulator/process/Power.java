package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.UpsPlan;

/** The public grid, and the UPS between it and machines: when each carries, passes through, or drops its load. */
final class Power {

    private static final double WHOLE = 1 - 1e-9;

    private final Stage stage;
    private final Machines machines;
    private final Operator operator;
    private final Protections protections;
    private final Batteries batteries;
    private final HardStops hardStops;
    private final Outlets outlets;
    private final UpsPlan[] ups;
    private final int[] gridFaults;
    private final boolean[] onBattery;
    private final boolean[] low;

    /** Nobody hears what it has to say. */
    private final boolean[] mute;

    /** On battery, and the battery carries no more: dead, empty or overloaded. */
    private final boolean[] dropped;

    private final int[] faults;

    /** The mains reach what hangs on a broken UPS: through its bypass, or because somebody plugged it into the wall. */
    private final boolean[] passing;

    private final int[] stamp;
    private final int[][] upsOfSite;
    private final int[][] upsOfMachine;

    Power(
            Stage stage,
            Machines machines,
            Operator operator,
            Protections protections,
            Batteries batteries,
            HardStops hardStops) {
        this.stage = stage;
        this.machines = machines;
        this.operator = operator;
        this.protections = protections;
        this.batteries = batteries;
        this.hardStops = hardStops;
        outlets = new Outlets(stage, machines);
        CompiledLab lab = stage.lab;
        ups = lab.ups();
        gridFaults = new int[lab.mains().length];
        onBattery = new boolean[ups.length];
        low = new boolean[ups.length];
        mute = new boolean[ups.length];
        dropped = new boolean[ups.length];
        faults = new int[ups.length];
        passing = new boolean[ups.length];
        stamp = new int[ups.length];
        upsOfSite = Inverse.of(lab.mains().length, ups.length, i -> new int[] {ups[i].site()});
        upsOfMachine = Inverse.of(lab.machines().length, ups.length, i -> ups[i].machines());
    }

    void begin() {
        Arrays.fill(gridFaults, 0);
        Arrays.fill(onBattery, false);
        Arrays.fill(low, false);
        Arrays.fill(mute, false);
        Arrays.fill(dropped, false);
        Arrays.fill(faults, 0);
        Arrays.fill(passing, false);
        Arrays.fill(stamp, 0);
        outlets.begin();
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
            } else if (faults[i] > 0) {
                supply(i);
            } else if (!onBattery[i]) {
                takesOver(i);
            }
        }
    }

    private void takesOver(int i) {
        onBattery[i] = true;
        if (batteries.carries(i)) {
            bridge(i);
            discharge(i);
        } else {
            drop(i);
        }
    }

    /** The gap in which the UPS takes over resets some of the machines that have nothing else. */
    private void bridge(int i) {
        if (ups[i].transferResets().share() == 0) {
            return;
        }
        double chance = ups[i].transferResets().under(stage.factors);
        for (int j = 0; j < ups[i].machines().length; j++) {
            int machine = ups[i].machines()[j];
            boolean resets = stage.luck.of(ups[i].stream()).chance(chance);
            if (resets && machines.share(machine, ups[i].feeds()[j]) > WHOLE) {
                hardStops.reset(machine);
            }
        }
    }

    private void drop(int i) {
        dropped[i] = true;
        supply(i);
    }

    /** Sets the output as the state of the UPS demands. */
    private void supply(int i) {
        boolean mains = stage.up(ups[i].mains());
        boolean gives = faults[i] > 0 ? passing[i] && mains : !outlets.areCut(i) && (mains || !dropped[i]);
        stage.set(ups[i].output(), gives);
    }

    private void mainsReturned(int i) {
        boolean powerWasGone = dropped[i] || outlets.areCut(i) || faults[i] > 0;
        onBattery[i] = false;
        dropped[i] = false;
        low[i] = false;
        stamp[i]++;
        batteries.charges(i);
        if (powerWasGone || !outlets.areStopping(i)) {
            restore(i, powerWasGone);
        } else if (!outlets.cycle(i)) {
            leaveOff(i);
        }
        // Otherwise the UPS is going to cut and restore its outlets when its nodes have stopped.
        supply(i);
    }

    /** Power is safe: nodes that have stopped start again, if they see it come back or nobody told them to wait. */
    private void restore(int i, boolean powerWasGone) {
        outlets.over(i);
        supply(i);
        for (int machine : ups[i].machines()) {
            if (powerWasGone || !outlets.wantsButton(machine)) {
                outlets.wantsButton(machine, false);
                machines.mayStart(machine);
            }
        }
    }

    /** The power of these nodes never went, so nothing tells them to start. */
    private void leaveOff(int i) {
        outlets.over(i);
        for (int machine : ups[i].machines()) {
            int node = stage.lab.machines()[machine].node();
            if (node >= 0 && machines.stoppedInOrder(machine) && !outlets.wantsButton(machine)) {
                outlets.wantsButton(machine, true);
                operator.hears(stage.lab.power().hardStops()[node].button());
            }
        }
    }

    /** Somebody has pressed the button of a node. */
    void switchedOn(int machine) {
        if (outlets.wantsButton(machine)) {
            outlets.wantsButton(machine, false);
            machines.attend(machine);
            machines.mayStart(machine);
        }
    }

    void outletsOff(int i, int eventStamp) {
        if (outlets.off(i, eventStamp)) {
            supply(i);
            if (stage.up(ups[i].mains())) {
                stage.after(Outlets.ON_DELAY_HOURS, Event.OUTLETS_ON, i, eventStamp);
            } else {
                discharge(i);
            }
        }
    }

    void outletsOn(int i, int eventStamp) {
        if (outlets.on(i, eventStamp) && stage.up(ups[i].mains())) {
            restore(i, true);
        }
    }

    /** A machine has stopped in order. */
    void stopped(int machine) {
        loadChanged(machine);
        for (int i : upsOfMachine[machine]) {
            outlets.stopped(i);
        }
    }

    /** Returns the charge of the UPS behind a machine, the fullest one; 1 without a UPS. */
    double chargeBehind(int machine) {
        double fullest = upsOfMachine[machine].length == 0 ? 1 : 0;
        for (int i : upsOfMachine[machine]) {
            fullest = Math.max(fullest, batteries.charge(i));
        }
        return fullest;
    }

    /** What a UPS carries has changed; on battery that moves the end. */
    void loadChanged(int machine) {
        for (int i : upsOfMachine[machine]) {
            if (onBattery[i] && !dropped[i]) {
                discharge(i);
            }
        }
    }

    /** The UPS itself dies; mostly its bypass carries on, otherwise the rack waits for somebody to plug it in elsewhere. */
    void fails(int i, int stream) {
        boolean bypassed = stage.luck.of(stream).chance(ups[i].bypass().under(stage.factors));
        if (faults[i]++ == 0) {
            passing[i] = bypassed;
            onBattery[i] = false;
            dropped[i] = false;
            stamp[i]++;
            outlets.over(i);
            supply(i);
            if (!bypassed) {
                operator.hears(ups[i].wall());
            }
        }
    }

    /** Cuts off what it has to say, or lets it be heard again. */
    void mute(int i, boolean muted) {
        mute[i] = muted;
    }

    boolean muted(int i) {
        return mute[i];
    }

    /** Holds a share of what its battery should from now on. */
    void weaken(int i, double share) {
        batteries.weaken(i, share);
        if (onBattery[i] && !dropped[i]) {
            discharge(i);
        }
    }

    /** Returns whether a UPS works and its load hangs on the mains. */
    boolean onMains(int i) {
        return faults[i] == 0 && stage.up(ups[i].mains());
    }

    /** Returns whether a UPS stands between the mains and its load. */
    boolean guards(int i) {
        return faults[i] == 0;
    }

    /** The rack hangs on the wall, until the new UPS is there. */
    void plugged(int i) {
        if (faults[i] > 0 && !passing[i]) {
            passing[i] = true;
            backUp(i);
        }
    }

    /** A new UPS is in place, with a new battery. */
    void mended(int i) {
        if (--faults[i] > 0) {
            return;
        }
        passing[i] = false;
        batteries.replaced(i);
        if (stage.up(ups[i].mains())) {
            batteries.charges(i);
        } else {
            onBattery[i] = true;
            dropped[i] = true;
        }
        backUp(i);
    }

    private void backUp(int i) {
        if (stage.up(ups[i].mains())) {
            restore(i, true);
        } else {
            supply(i);
        }
    }

    void batteryLow(int i, int eventStamp) {
        if (eventStamp != stamp[i]
                || mute[i]
                || !protections.answers(stage.lab.guards().shutdown()[i])) {
            return;
        }
        low[i] = true;
        wouldHaveLasted(i);
        for (int machine : ups[i].machines()) {
            if (stage.lab.machines()[machine].node() >= 0 && onLastMinutes(machine)) {
                for (int source : upsOfMachine[machine]) {
                    outlets.stopping(source);
                }
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
        return share > WHOLE;
    }

    void batteryEmpty(int i, int eventStamp) {
        if (eventStamp == stamp[i]) {
            batteries.empties(i);
            wouldHaveLasted(i);
            drop(i);
        }
    }

    /** The end comes early by what was missing from the battery when the power was cut. */
    private void wouldHaveLasted(int i) {
        stage.waits.add(Circumstance.RECHARGING, stage.now, stage.now + batteries.missingHours(i));
    }

    private void discharge(int i) {
        stamp[i]++;
        double watts = outlets.areCut(i) ? 0 : load(i);
        double left = batteries.discharges(i, watts);
        if (watts > ups[i].overloadWatts() * stage.factors[ups[i].overloadParameter()]) {
            drop(i);
            return;
        }
        if (Double.isInfinite(left)) {
            return;
        }
        stage.after(left, Event.BATTERY_EMPTY, i, stamp[i]);
        if (ups[i].shutdownHours() >= 0) {
            stage.after(Math.max(0, left - ups[i].shutdownHours()), Event.BATTERY_LOW, i, stamp[i]);
        }
    }

    /** Returns what a UPS takes from the mains, in watts. */
    double inputWatts(int i) {
        if (!stage.up(ups[i].mains()) || !stage.up(ups[i].output())) {
            return 0;
        }
        double watts = load(i);
        return faults[i] > 0 ? watts : watts / ups[i].efficiency() + batteries.chargingWatts(i, watts);
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
