package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Machine;
import org.rackdrill.simulator.compiled.Mode;

/** Nodes and network boxes: they need power and whole hardware, crash, boot, and stop in order. */
final class Machines {

    private final Stage stage;
    private final Machine[] machines;

    /** The point that says whether each node is up. */
    private final int[] nodeUp;

    private final int[] faults;
    private final boolean[] halted;
    private final boolean[] off;
    private final boolean[] booting;
    private final double[] haltedAt;

    /** Whether somebody stands by the next boot: who repaired or updated it. */
    private final boolean[] attended;

    private final int[] stamp;

    Machines(Stage stage) {
        this.stage = stage;
        machines = stage.lab.machines();
        nodeUp = Arrays.stream(stage.lab.nodes())
                .mapToInt(node -> machines[node.machine()].up())
                .toArray();
        faults = new int[machines.length];
        halted = new boolean[machines.length];
        off = new boolean[machines.length];
        booting = new boolean[machines.length];
        haltedAt = new double[machines.length];
        attended = new boolean[machines.length];
        stamp = new int[machines.length];
    }

    void begin() {
        Arrays.fill(faults, 0);
        Arrays.fill(halted, false);
        Arrays.fill(off, false);
        Arrays.fill(booting, false);
        Arrays.fill(attended, false);
        Arrays.fill(stamp, 0);
    }

    boolean nodeUp(int node) {
        return stage.up(nodeUp[node]);
    }

    boolean up(int machine) {
        return stage.up(machines[machine].up());
    }

    /** Returns whether it takes power from its feed. */
    boolean draws(int machine) {
        return stage.up(machines[machine].power()) && !off[machine];
    }

    boolean stoppedInOrder(int machine) {
        return halted[machine];
    }

    /** Returns whether somebody stood by when it booted last. */
    boolean attended(int machine) {
        return attended[machine];
    }

    /** Somebody stands by the next boot. */
    void attend(int machine) {
        attended[machine] = true;
    }

    /** Breaks until {@link #mended}; says whether it was there to break. */
    boolean breaks(int machine, Mode mode) {
        boolean crash = mode.repair().waits() < 1;
        if (crash && !up(machine)) {
            return false;
        }
        faults[machine]++;
        evaluate(machine, machines[machine].delayHours());
        return true;
    }

    void mended(int machine) {
        faults[machine]--;
        attended[machine] = true;
        evaluate(machine, 0);
    }

    /** What stuck is switched off and on from outside, and nobody stands by. */
    void comesLoose(int machine) {
        faults[machine]--;
        attended[machine] = false;
        evaluate(machine, 0);
    }

    /** Resets: down, and up again after a boot. */
    void restart(int machine) {
        if (up(machine)) {
            attended[machine] = false;
            stage.set(machines[machine].up(), false);
            evaluate(machine, 0);
        }
    }

    /** Goes down for an update, the boot included. */
    void update(int machine, double hours) {
        if (up(machine)) {
            attended[machine] = true;
            stage.set(machines[machine].up(), false);
            comesUp(machine, hours);
        }
    }

    /** Stops everything in order; the power draw ends when it is through. */
    void halt(int machine) {
        if (!halted[machine]) {
            halted[machine] = true;
            attended[machine] = false;
            evaluate(machine, 0);
            Machine it = machines[machine];
            haltedAt[machine] = stage.now + stage.lasts(it.shutdown(), it.stream());
            stage.at(haltedAt[machine], Event.HALTED, machine, stamp[machine]);
        }
    }

    /** Returns whether the machine has just stopped drawing power. */
    boolean halted(int machine, int eventStamp) {
        if (halted[machine] && eventStamp == stamp[machine]) {
            off[machine] = true;
            return true;
        }
        return false;
    }

    /** Power is safe again; a shutdown under way is not called back, the start comes after it. */
    void mayStart(int machine) {
        if (halted[machine]) {
            halted[machine] = false;
            off[machine] = false;
            evaluate(machine, Math.max(0, haltedAt[machine] - stage.now) + machines[machine].delayHours());
        }
    }

    /** Returns the share of a machine's living power feeds that some of its feeds are; 0 when none lives. */
    double share(int machine, int[] some) {
        int all = living(machines[machine].feeds());
        return all == 0 ? 0 : (double) living(some) / all;
    }

    private int living(int[] feeds) {
        int count = 0;
        for (int feed : feeds) {
            count += stage.up(feed) ? 1 : 0;
        }
        return count;
    }

    void powerChanged(int machine) {
        attended[machine] = false;
        evaluate(machine, machines[machine].delayHours());
        // Whatever was left of a shutdown is over when the power is gone.
        off[machine] |= halted[machine] && !stage.up(machines[machine].power());
    }

    /** Returns whether it is in the middle of its work, a shutdown that is not through included. */
    boolean works(int machine) {
        return up(machine) || (halted[machine] && !off[machine]);
    }

    /** Does not come up until {@link #mended} or {@link #comesLoose}. */
    void sticks(int machine) {
        faults[machine]++;
        evaluate(machine, 0);
    }

    void booted(int machine, int eventStamp) {
        if (booting[machine] && eventStamp == stamp[machine]) {
            booting[machine] = false;
            stage.set(machines[machine].up(), true);
        }
    }

    private boolean canRun(int machine) {
        return faults[machine] == 0 && !halted[machine] && stage.up(machines[machine].power());
    }

    private void evaluate(int machine, double delay) {
        if (canRun(machine)) {
            if (!booting[machine] && !up(machine)) {
                boot(machine, delay);
            }
        } else {
            if (booting[machine]) {
                booting[machine] = false;
                stamp[machine]++;
            }
            stage.set(machines[machine].up(), false);
        }
    }

    private void boot(int machine, double delay) {
        comesUp(machine, delay + bootHours(machine));
    }

    /** Draws how long firmware and system take to start. */
    double bootHours(int machine) {
        Machine it = machines[machine];
        return stage.lasts(it.post(), it.stream()) + stage.lasts(it.boot(), it.stream());
    }

    private void comesUp(int machine, double hours) {
        booting[machine] = true;
        stamp[machine]++;
        stage.after(hours, Event.BOOTED, machine, stamp[machine]);
    }
}
