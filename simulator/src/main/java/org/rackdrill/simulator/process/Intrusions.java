package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Hours;

/**
 * What is done to nodes on purpose and goes on by itself: one that hangs is reset by its watchdog, if one is armed; a
 * pool whose key was taken away stays closed after the next boot.
 */
final class Intrusions {

    /** A resource manager that has not fed its watchdog for so long is reset: Proxmox VE's {@code watchdog-mux}. */
    private static final double WATCHDOG_HOURS = Hours.ofSeconds(60);

    private final Stage stage;
    private final Machines machines;
    private final Storage storage;
    private final Clusters clusters;
    private final boolean[] hung;
    private final int[] stamp;
    private final boolean[] keyless;

    /** Whether any key was taken in this history. */
    private boolean anyKeyless;

    private final boolean[] closed;

    Intrusions(Stage stage, Machines machines, Storage storage, Clusters clusters) {
        this.stage = stage;
        this.machines = machines;
        this.storage = storage;
        this.clusters = clusters;
        hung = new boolean[stage.lab.machines().length];
        stamp = new int[hung.length];
        keyless = new boolean[stage.lab.pools().length];
        closed = new boolean[keyless.length];
    }

    void begin() {
        Arrays.fill(hung, false);
        Arrays.fill(stamp, 0);
        Arrays.fill(keyless, false);
        anyKeyless = false;
        Arrays.fill(closed, false);
    }

    /** Answers nothing and stays on, until a watchdog or somebody resets it. */
    void hang(int node) {
        int machine = stage.lab.nodes()[node].machine();
        if (!hung[machine]) {
            hung[machine] = true;
            stamp[machine]++;
            if (clusters.watched(node)) {
                stage.after(WATCHDOG_HOURS, Event.FENCED, machine, stamp[machine]);
            }
            machines.sticks(machine);
        }
    }

    void fenced(int machine, int eventStamp) {
        if (eventStamp == stamp[machine]) {
            reset(machine);
        }
    }

    /** Switches a machine that hangs off and on. */
    void reset(int machine) {
        if (hung[machine]) {
            hung[machine] = false;
            stamp[machine]++;
            machines.comesLoose(machine);
        }
    }

    boolean hangs(int machine) {
        return hung[machine];
    }

    /** The key of a pool that is open is gone: it is missed at the next boot. */
    void takeKey(int pool) {
        keyless[pool] = true;
        anyKeyless = true;
    }

    void giveKey(int pool) {
        keyless[pool] = false;
        if (closed[pool]) {
            closed[pool] = false;
            storage.resume(pool);
        }
    }

    boolean keyless(int pool) {
        return keyless[pool];
    }

    /** A node is up again, and opens its pools. */
    void booted(int node) {
        for (int pool = 0; anyKeyless && pool < keyless.length; pool++) {
            if (keyless[pool] && !closed[pool] && storage.node(pool) == node) {
                closed[pool] = true;
                storage.suspend(pool);
            }
        }
    }
}
