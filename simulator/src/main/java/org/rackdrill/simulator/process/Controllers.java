package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.ControllerPlan;
import org.rackdrill.simulator.compiled.PoolPlan;

/**
 * Disk controllers and backplanes: one that dies takes all its disks away at once. A pool that misses more of them than
 * it can waits, and has lost nothing when they are back; one that went on without them resilvers what changed meanwhile.
 */
final class Controllers {

    /** What is written in a day, as a share of what is stored. Our estimate. */
    private static final double CHANGES_A_DAY = 0.02;

    private static final double DAY = 24;

    private final Stage stage;
    private final Storage storage;
    private final ControllerPlan[] controllers;
    private final boolean[] away;
    private final boolean[] waiting;
    private final double[] since;
    private final int[] stamp;

    Controllers(Stage stage, Storage storage) {
        this.stage = stage;
        this.storage = storage;
        controllers = stage.lab.controllers();
        away = new boolean[stage.lab.disks().length];
        waiting = new boolean[stage.lab.pools().length];
        since = new double[controllers.length];
        stamp = new int[controllers.length];
    }

    void begin() {
        Arrays.fill(away, false);
        Arrays.fill(waiting, false);
        Arrays.fill(stamp, 0);
    }

    void fails(int controller) {
        stamp[controller]++;
        since[controller] = stage.now;
        set(controller, true);
    }

    /** A new one is in place. */
    void mended(int controller) {
        ControllerPlan plan = controllers[controller];
        double hours = 0;
        for (int pool : plan.pools()) {
            if (!waiting[pool]) {
                double changed = Math.min(1, (stage.now - since[controller]) / DAY * CHANGES_A_DAY);
                hours = Math.max(hours, changed * storage.resilverHours(pool));
            }
        }
        if (hours == 0) {
            set(controller, false);
        } else {
            stage.after(hours, Event.CAUGHT_UP, controller, stamp[controller]);
        }
    }

    /** Its disks hold again what was written without them. */
    void caughtUp(int controller, int eventStamp) {
        if (eventStamp == stamp[controller]) {
            set(controller, false);
        }
    }

    private void set(int controller, boolean gone) {
        ControllerPlan plan = controllers[controller];
        for (int i = 0; i < plan.pools().length; i++) {
            for (int disk : plan.disks()[i]) {
                away[disk] = gone;
            }
            disksChanged(plan.pools()[i]);
        }
    }

    /** Decides whether a pool can work with the disks that it has. */
    void disksChanged(int pool) {
        boolean must = tooMany(stage.lab.pools()[pool]);
        if (must && !waiting[pool]) {
            waiting[pool] = true;
            storage.suspend(pool);
        } else if (!must && waiting[pool]) {
            waiting[pool] = false;
            storage.resume(pool);
        }
    }

    private boolean tooMany(PoolPlan pool) {
        for (int group = 0; group < pool.groups(); group++) {
            int missing = 0;
            boolean anyAway = false;
            for (int i = 0; i < pool.disks().length; i++) {
                int disk = pool.disks()[i];
                boolean misses = pool.diskGroup()[i] == group && (away[disk] || storage.failed(disk));
                missing += misses ? 1 : 0;
                anyAway |= misses && away[disk];
            }
            if (anyAway && missing > pool.tolerance()) {
                return true;
            }
        }
        return false;
    }
}
