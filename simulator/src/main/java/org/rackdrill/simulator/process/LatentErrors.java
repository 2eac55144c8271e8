package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.PoolPlan;

/**
 * Unreadable blocks that nobody has seen yet. Where scrubs come by schedule their chance grows since the last one, and a
 * scrub that falls into a resilver waits for its end. Where the lab says how long an error stays unseen, each disk is
 * clean and has such a block in turn (Elerath and Pecht 2007). Either is computed when somebody asks.
 */
final class LatentErrors {

    private final Stage stage;
    private final PoolPlan[] pools;
    private final double[] scrubPhase;
    private final int[] resilvers;
    private final double[] resilverBegan;
    private final double[] resilverEnded;
    private final boolean[] hidden;
    private final double[] changes;

    LatentErrors(Stage stage) {
        this.stage = stage;
        pools = stage.lab.pools();
        scrubPhase = new double[pools.length];
        resilvers = new int[pools.length];
        resilverBegan = new double[pools.length];
        resilverEnded = new double[pools.length];
        hidden = new boolean[stage.lab.disks().length];
        changes = new double[hidden.length];
    }

    void begin() {
        for (int i = 0; i < pools.length; i++) {
            scrubPhase[i] = stage.luck.of(pools[i].stream()).nextDouble() * pools[i].scrubHours();
            resilvers[i] = 0;
            resilverBegan[i] = -1;
            resilverEnded[i] = -1;
            for (int j = 0; j < pools[i].disks().length; j++) {
                replaced(i, j);
            }
        }
    }

    /** A new disk has no such blocks yet. */
    void replaced(int pool, int index) {
        if (pools[pool].errorsFound() >= 0) {
            int disk = pools[pool].disks()[index];
            hidden[disk] = false;
            changes[disk] = stage.now
                    + stage.sample(pools[pool].latent()[index], pools[pool].errorStream()[index]);
        }
    }

    void resilverBegins(int pool) {
        if (resilvers[pool]++ == 0) {
            resilverBegan[pool] = stage.now;
        }
    }

    void resilverEnds(int pool) {
        if (--resilvers[pool] == 0) {
            resilverEnded[pool] = stage.now;
        }
    }

    /** Returns whether such a block lies on one of the disks of a group that still work. */
    boolean hit(int pool, int group, boolean[] failed) {
        PoolPlan plan = pools[pool];
        if (plan.errorsFound() >= 0) {
            return anyHidden(plan, group, failed);
        }
        double age = stage.now - lastScrub(pool);
        double expected = 0;
        for (int i = 0; i < plan.disks().length; i++) {
            if (plan.diskGroup()[i] == group && !failed[plan.disks()[i]]) {
                expected += age / stage.lab.lives().mean(plan.latent()[i], stage.factors);
            }
        }
        return stage.luck.of(plan.stream()).chance(-Math.expm1(-expected));
    }

    /** When every block was read last, or the start. */
    private double lastScrub(int pool) {
        double due = dueBefore(pool, stage.now);
        if (pools[pool].scrubPauses()) {
            boolean resilvering = resilvers[pool] > 0;
            if (resilvering && due >= resilverBegan[pool]) {
                due = dueBefore(pool, resilverBegan[pool]);
            } else if (!resilvering && due >= resilverBegan[pool] && due < resilverEnded[pool]) {
                due = resilverEnded[pool];
            }
        }
        return Math.max(0, due);
    }

    private double dueBefore(int pool, double time) {
        return time - (time + scrubPhase[pool]) % pools[pool].scrubHours();
    }

    private boolean anyHidden(PoolPlan plan, int group, boolean[] failed) {
        boolean any = false;
        for (int i = 0; i < plan.disks().length; i++) {
            int disk = plan.disks()[i];
            while (changes[disk] <= stage.now) {
                hidden[disk] = !hidden[disk];
                changes[disk] +=
                        stage.sample(hidden[disk] ? plan.errorsFound() : plan.latent()[i], plan.errorStream()[i]);
            }
            any |= hidden[disk] && plan.diskGroup()[i] == group && !failed[disk];
        }
        return any;
    }
}
