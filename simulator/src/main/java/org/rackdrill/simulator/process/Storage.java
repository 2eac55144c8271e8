package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.DiskPlan;
import org.rackdrill.simulator.compiled.PoolPlan;

/**
 * Pools: disks fail, are replaced and resilvered; too many at once and the pool is lost. Unreadable blocks that wait on
 * the other disks for the moment when nothing can correct them are counted apart: they damage files, not the pool.
 */
final class Storage {

    private final Stage stage;
    private final Operator operator;
    private final Failures failures;
    private final PoolPlan[] pools;
    private final DiskPlan[] disks;
    private final boolean[] failed;
    private final int[] stamp;
    private final int[][] failedInGroup;
    private final int[] sparesLeft;
    private final boolean[] lost;
    private final int[] suspensions;
    private final double[] scrubPhase;
    private final boolean[] sparedByHotSpare;

    /** Times that blocks were damaged because redundancy was gone when a latent error was found, by pool. */
    final int[] damaged;

    /** Times that each pool was lost. */
    final int[] losses;

    Storage(Stage stage, Operator operator, Failures failures) {
        this.stage = stage;
        this.operator = operator;
        this.failures = failures;
        pools = stage.lab.pools();
        disks = stage.lab.disks();
        failed = new boolean[disks.length];
        stamp = new int[disks.length];
        sparedByHotSpare = new boolean[disks.length];
        failedInGroup = new int[pools.length][];
        for (int i = 0; i < pools.length; i++) {
            failedInGroup[i] = new int[pools[i].groups()];
        }
        sparesLeft = new int[pools.length];
        lost = new boolean[pools.length];
        suspensions = new int[pools.length];
        scrubPhase = new double[pools.length];
        damaged = new int[pools.length];
        losses = new int[pools.length];
    }

    void begin() {
        Arrays.fill(failed, false);
        Arrays.fill(stamp, 0);
        Arrays.fill(sparedByHotSpare, false);
        Arrays.fill(lost, false);
        Arrays.fill(suspensions, 0);
        Arrays.fill(damaged, 0);
        Arrays.fill(losses, 0);
        for (int i = 0; i < pools.length; i++) {
            Arrays.fill(failedInGroup[i], 0);
            sparesLeft[i] = pools[i].spares();
            scrubPhase[i] = stage.luck.of(pools[i].stream()).nextDouble() * pools[i].scrubHours();
        }
    }

    boolean usable(int pool) {
        return stage.up(pools[pool].up());
    }

    boolean lost(int pool) {
        return lost[pool];
    }

    /**
     * More disks are away than the pool can miss, and nothing is lost: reading and writing wait until they are back. Each
     * reason counts, so every call wants its {@link #resume}.
     */
    void suspend(int pool) {
        suspensions[pool]++;
        stage.set(pools[pool].up(), false);
    }

    /** A reason to wait is over; the last one lets reading and writing go on. */
    void resume(int pool) {
        suspensions[pool]--;
        reveal(pool);
    }

    boolean suspended(int pool) {
        return suspensions[pool] > 0;
    }

    private void reveal(int pool) {
        stage.set(pools[pool].up(), !lost[pool] && suspensions[pool] == 0);
    }

    int node(int pool) {
        return pools[pool].node();
    }

    void diskFails(int disk, int mode) {
        int pool = disks[disk].pool();
        if (lost[pool]) {
            failures.next(mode);
            return;
        }
        PoolPlan plan = pools[pool];
        int group = plan.diskGroup()[disks[disk].index()];
        failed[disk] = true;
        stamp[disk]++;
        int broken = ++failedInGroup[pool][group];
        if (broken > plan.tolerance()) {
            lose(pool);
            return;
        }
        if (broken == plan.tolerance() && hitsLatentError(pool, group)) {
            damaged[pool]++;
        }
        sparedByHotSpare[disk] = sparesLeft[pool] > 0;
        if (sparedByHotSpare[disk]) {
            sparesLeft[pool]--;
            resilver(disk);
        }
        operator.hears(mode);
    }

    /** A new disk is in place. */
    void diskMended(int disk) {
        int pool = disks[disk].pool();
        if (lost[pool] || (!failed[disk] && !sparedByHotSpare[disk])) {
            return;
        }
        if (sparedByHotSpare[disk]) {
            sparesLeft[pool]++;
            sparedByHotSpare[disk] = false;
        } else {
            resilver(disk);
        }
    }

    private void resilver(int disk) {
        PoolPlan plan = pools[disks[disk].pool()];
        double hours = plan.resilverHours() / stage.factors[plan.rebuildParameter()];
        stage.after(hours, Event.RESILVERED, disk, stamp[disk]);
    }

    void resilvered(int disk, int eventStamp) {
        if (eventStamp == stamp[disk] && failed[disk]) {
            failed[disk] = false;
            failedInGroup[disks[disk].pool()][pools[disks[disk].pool()].diskGroup()[disks[disk].index()]]--;
            failures.next(disks[disk].mode());
        }
    }

    /** Returns whether an error that no scrub has found yet lies on what is left of a group that can lose no more. */
    private boolean hitsLatentError(int pool, int group) {
        PoolPlan plan = pools[pool];
        double age = Math.min(stage.now, (stage.now + scrubPhase[pool]) % plan.scrubHours());
        double expected = 0;
        for (int i = 0; i < plan.disks().length; i++) {
            if (plan.diskGroup()[i] == group && !failed[plan.disks()[i]]) {
                expected += age / stage.lab.lives().mean(plan.latent()[i], stage.factors);
            }
        }
        return stage.luck.of(plan.stream()).chance(-Math.expm1(-expected));
    }

    private void lose(int pool) {
        if (lost[pool]) {
            return;
        }
        lost[pool] = true;
        losses[pool]++;
        stage.set(pools[pool].up(), false);
        stage.after(0, Event.ASSESS, pool, 0);
        operator.hears(pools[pool].loss());
    }

    /** The site is gone, and the pool with it; it comes back with the site. */
    void destroy(int pool) {
        if (!lost[pool]) {
            lost[pool] = true;
            losses[pool]++;
            stage.set(pools[pool].up(), false);
            stage.after(0, Event.ASSESS, pool, 0);
        }
    }

    /** New and filled: every disk that had failed starts a new life. */
    void back(int pool) {
        if (!lost[pool]) {
            return;
        }
        lost[pool] = false;
        sparesLeft[pool] = pools[pool].spares();
        Arrays.fill(failedInGroup[pool], 0);
        for (int disk : pools[pool].disks()) {
            sparedByHotSpare[disk] = false;
            if (failed[disk]) {
                failed[disk] = false;
                stamp[disk]++;
                failures.next(disks[disk].mode());
            }
        }
        reveal(pool);
    }
}
