package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Contention.State;
import org.rackdrill.simulator.compiled.DiskPlan;
import org.rackdrill.simulator.compiled.PoolPlan;

/**
 * Pools: disks fail, are replaced and resilvered; too many at once and the pool is lost. Unreadable blocks that wait on
 * the other disks for the moment when nothing can correct them are counted apart: they damage files, not the pool.
 */
final class Storage {

    private final Stage stage;
    private final Operator operator;
    private final DiskLives lives;
    private final Slowness slowness;
    private final LatentErrors errors;
    private final PoolPlan[] pools;
    private final DiskPlan[] disks;
    private final boolean[] failed;
    private final int[] stamp;
    private final int[][] failedInGroup;
    private final boolean[] resilvering;
    private final int[][] resilversInGroup;
    private final int[] sparesLeft;
    private final boolean[] lost;
    private final int[] suspensions;
    private final boolean[] sparedByHotSpare;
    private final double[] pulledAt;

    /** Times that blocks were damaged because redundancy was gone when a latent error was found, by pool. */
    final int[] damaged;

    /** Times that each pool was lost. */
    final int[] losses;

    Storage(Stage stage, Operator operator, DiskLives lives, Slowness slowness) {
        this.stage = stage;
        this.operator = operator;
        this.lives = lives;
        this.slowness = slowness;
        errors = new LatentErrors(stage);
        pools = stage.lab.pools();
        disks = stage.lab.disks();
        failed = new boolean[disks.length];
        stamp = new int[disks.length];
        sparedByHotSpare = new boolean[disks.length];
        resilvering = new boolean[disks.length];
        resilversInGroup = new int[pools.length][];
        failedInGroup = new int[pools.length][];
        for (int i = 0; i < pools.length; i++) {
            failedInGroup[i] = new int[pools[i].groups()];
            resilversInGroup[i] = new int[pools[i].groups()];
        }
        sparesLeft = new int[pools.length];
        lost = new boolean[pools.length];
        suspensions = new int[pools.length];
        pulledAt = new double[pools.length];
        damaged = new int[pools.length];
        losses = new int[pools.length];
    }

    void begin() {
        Arrays.fill(failed, false);
        Arrays.fill(resilvering, false);
        Arrays.fill(stamp, 0);
        Arrays.fill(sparedByHotSpare, false);
        Arrays.fill(lost, false);
        Arrays.fill(suspensions, 0);
        Arrays.fill(damaged, 0);
        Arrays.fill(losses, 0);
        for (int i = 0; i < pools.length; i++) {
            Arrays.fill(failedInGroup[i], 0);
            Arrays.fill(resilversInGroup[i], 0);
            sparesLeft[i] = pools[i].spares();
        }
        errors.begin();
        lives.begin();
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

    /** Returns how many reasons there are to wait. */
    int suspensions(int pool) {
        return suspensions[pool];
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
            lives.replaced(disk);
            return;
        }
        if (vanishes(disk)) {
            operator.hears(mode);
        }
    }

    /** A disk is gone, and nobody has said so yet; returns whether its pool goes on without it. */
    boolean vanishes(int disk) {
        int pool = disks[disk].pool();
        if (lost[pool] || failed[disk]) {
            return false;
        }
        PoolPlan plan = pools[pool];
        int group = plan.diskGroup()[disks[disk].index()];
        failed[disk] = true;
        stamp[disk]++;
        int broken = ++failedInGroup[pool][group];
        if (broken > plan.tolerance()) {
            lose(pool);
            return false;
        }
        if (broken == plan.tolerance() && errors.hit(pool, group, failed)) {
            damaged[pool]++;
        }
        sparedByHotSpare[disk] = sparesLeft[pool] > 0;
        tell(pool);
        if (sparedByHotSpare[disk]) {
            sparesLeft[pool]--;
            resilver(disk);
        }
        return true;
    }

    /**
     * A disk that vanished is back as it was, and takes what it missed. A pool that was given up for too many missing
     * disks has lost nothing when they return.
     *
     * @param hours that this takes
     */
    void returns(int disk, double hours) {
        int pool = disks[disk].pool();
        if (!failed[disk] || resilvering[disk]) {
            return;
        }
        if (!lost[pool]) {
            resilver(disk, hours);
            return;
        }
        int group = pools[pool].diskGroup()[disks[disk].index()];
        failed[disk] = false;
        stamp[disk]++;
        failedInGroup[pool][group]--;
        lives.replaced(disk);
        if (Arrays.stream(failedInGroup[pool]).allMatch(missing -> missing <= pools[pool].tolerance())) {
            lost[pool] = false;
            tell(pool);
            reveal(pool);
        }
    }

    /** Returns whether every disk of a pool is there and holds all that it should. */
    boolean whole(int pool) {
        for (int disk : pools[pool].disks()) {
            if (failed[disk]) {
                return false;
            }
        }
        return !lost[pool];
    }

    /** A new disk is in place. */
    void diskMended(int disk) {
        int pool = disks[disk].pool();
        boolean wrong = stage.luck
                .of(pools[pool].wrongDiskStream())
                .chance(stage.lab.operator().wrongDisk().under(stage.factors));
        if (wrong && needsEveryDisk(disk)) {
            stage.after(0, Event.FAIL, pools[pool].wrongDisk(), 0);
        }
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

    /** Returns whether nothing could replace another disk of the same group; a hot spare may have filled the gap. */
    private boolean needsEveryDisk(int disk) {
        int pool = disks[disk].pool();
        int group = pools[pool].diskGroup()[disks[disk].index()];
        return !lost[pool]
                && failedInGroup[pool][group] >= pools[pool].tolerance()
                && stage.lab.modes()[pools[pool].wrongDisk()].cause() != stage.absent;
    }

    /** A healthy disk was pulled: the pool stands still, and nothing on it is lost. */
    void pulled(int pool) {
        pulledAt[pool] = stage.now;
        suspend(pool);
    }

    void putBack(int pool) {
        operator.spends(stage.now - pulledAt[pool]);
        resume(pool);
    }

    private void resilver(int disk) {
        resilver(disk, resilverHours(disks[disk].pool()));
    }

    private void resilver(int disk, double hours) {
        PoolPlan plan = pools[disks[disk].pool()];
        stage.after(hours, Event.RESILVERED, disk, stamp[disk]);
        int group = plan.diskGroup()[disks[disk].index()];
        resilvering[disk] = true;
        resilversInGroup[disks[disk].pool()][group]++;
        errors.resilverBegins(disks[disk].pool());
        lives.strain(plan, group, true);
        tell(disks[disk].pool());
    }

    private void resilverEnds(int disk) {
        int pool = disks[disk].pool();
        int group = pools[pool].diskGroup()[disks[disk].index()];
        resilvering[disk] = false;
        errors.resilverEnds(pool);
        if (--resilversInGroup[pool][group] == 0) {
            lives.strain(pools[pool], group, false);
        }
    }

    /** Tells what happens to the disks of a pool; who reads a lost one waits for more than speed. */
    private void tell(int pool) {
        State state = State.WHOLE;
        for (int group = 0; group < pools[pool].groups() && !lost[pool]; group++) {
            if (resilversInGroup[pool][group] > 0) {
                state = State.RESILVERING;
            } else if (failedInGroup[pool][group] > 0 && state == State.WHOLE) {
                state = State.DISK_LOST;
            }
        }
        slowness.disks(pool, state);
    }

    /** Returns how long a resilver of one disk of a pool takes. */
    double resilverHours(int pool) {
        return pools[pool].resilverHours() / stage.factors[pools[pool].rebuildParameter()];
    }

    boolean resilvering(int disk) {
        return resilvering[disk];
    }

    boolean failed(int disk) {
        return failed[disk];
    }

    void resilvered(int disk, int eventStamp) {
        if (eventStamp == stamp[disk] && failed[disk]) {
            int pool = disks[disk].pool();
            resilverEnds(disk);
            failed[disk] = false;
            failedInGroup[pool][pools[pool].diskGroup()[disks[disk].index()]]--;
            errors.replaced(pool, disks[disk].index());
            lives.replaced(disk);
            tell(pool);
        }
    }

    private void lose(int pool) {
        if (lost[pool]) {
            return;
        }
        goes(pool);
        operator.hears(pools[pool].loss());
    }

    private void goes(int pool) {
        lost[pool] = true;
        losses[pool]++;
        for (int disk : pools[pool].disks()) {
            if (resilvering[disk]) {
                resilverEnds(disk);
            }
        }
        tell(pool);
        stage.set(pools[pool].up(), false);
        stage.after(0, Event.ASSESS, pool, 0);
    }

    /** The site is gone, and the pool with it; it comes back with the site. */
    void destroy(int pool) {
        if (!lost[pool]) {
            goes(pool);
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
                errors.replaced(pool, disks[disk].index());
                lives.replaced(disk);
            }
        }
        tell(pool);
        reveal(pool);
    }
}
