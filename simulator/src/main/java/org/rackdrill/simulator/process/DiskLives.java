package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.BatchPlan;
import org.rackdrill.simulator.compiled.DiskPlan;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.PoolPlan;

/**
 * When disks die. Disks bought together share a factor on their hazard, drawn once for each history; one that comes
 * later is of no batch. While its group resilvers a disk lives faster: what is left of its life is counted in hazard, so
 * that no luck is drawn anew.
 */
final class DiskLives {

    /** A life that consists of more risks than this cannot be written. */
    private static final int MOST_RISKS = 6;

    private final Stage stage;
    private final Ages ages;
    private final DiskPlan[] disks;
    private final BatchPlan[] batches;
    private final double[] frailty;

    /** When each disk was new; before the start for one that has lived already. */
    private final double[] born;

    private final double[] strikes;
    private final int[] stamp;
    private final boolean[] alive;
    private final boolean[] strained;

    DiskLives(Stage stage, Ages ages) {
        this.stage = stage;
        this.ages = ages;
        disks = stage.lab.disks();
        batches = stage.lab.batches();
        frailty = new double[batches.length];
        born = new double[disks.length];
        strikes = new double[disks.length * MOST_RISKS];
        stamp = new int[disks.length];
        alive = new boolean[disks.length];
        strained = new boolean[disks.length];
    }

    void begin() {
        Arrays.fill(stamp, 0);
        Arrays.fill(strained, false);
        for (int i = 0; i < batches.length; i++) {
            BatchPlan batch = batches[i];
            frailty[i] = BatchPlan.factor(
                    batch.spread() * stage.factors[batch.parameter()],
                    stage.luck.of(batch.stream()).gaussian());
        }
        for (int i = 0; i < disks.length; i++) {
            lives(i, never(i) ? 0 : ages.of(disks[i].mode()), frailty[disks[i].batch()]);
        }
    }

    /** A new disk is in its place. */
    void replaced(int disk) {
        lives(disk, 0, 1);
    }

    private boolean never(int disk) {
        Mode mode = stage.lab.modes()[disks[disk].mode()];
        return stage.calm || mode.fails() == Lifetimes.NEVER || mode.cause() == stage.absent;
    }

    private void lives(int disk, double age, double hazard) {
        stamp[disk]++;
        alive[disk] = true;
        if (never(disk)) {
            return;
        }
        Mode mode = stage.lab.modes()[disks[disk].mode()];
        Lifetimes lives = stage.lab.lives();
        born[disk] = stage.now - age;
        for (int risk = 0; risk < lives.risks(mode.fails()); risk++) {
            strikes[disk * MOST_RISKS + risk] =
                    lives.strikes(mode.fails(), risk, stage.luck.of(mode.stream()), stage.factors, age, hazard);
        }
        if (strained[disk]) {
            hasten(disk, strain(disk));
        }
        plan(disk);
    }

    private void plan(int disk) {
        double first = Double.POSITIVE_INFINITY;
        Mode mode = stage.lab.modes()[disks[disk].mode()];
        for (int risk = 0; risk < stage.lab.lives().risks(mode.fails()); risk++) {
            first = Math.min(first, strikes[disk * MOST_RISKS + risk]);
        }
        stage.at(born[disk] + first, Event.FAIL, disks[disk].mode(), stamp[disk]);
    }

    /** Returns whether a death is the one that is planned now, and lets it happen. */
    boolean dies(int disk, int plannedAs) {
        if (plannedAs != stamp[disk] || !alive[disk]) {
            return false;
        }
        alive[disk] = false;
        return true;
    }

    /** Something from outside ends a life, whatever was planned. */
    void killed(int disk) {
        stamp[disk]++;
        alive[disk] = false;
    }

    /** Whether a resilver reads the disks of a group, those excepted that are dead. */
    void strain(PoolPlan pool, int group, boolean reads) {
        for (int i = 0; i < pool.disks().length; i++) {
            int disk = pool.disks()[i];
            if (pool.diskGroup()[i] != group || strained[disk] == reads) {
                continue;
            }
            strained[disk] = reads;
            double times = strain(disk);
            if (alive[disk] && times != 1 && !never(disk)) {
                hasten(disk, reads ? times : 1 / times);
                stamp[disk]++;
                plan(disk);
            }
        }
    }

    /** How many times the usual hazard a disk has that is being read by a resilver. */
    private double strain(int disk) {
        return 1 + disks[disk].strain() * stage.factors[disks[disk].strainParameter()];
    }

    private void hasten(int disk, double times) {
        Mode mode = stage.lab.modes()[disks[disk].mode()];
        Lifetimes lives = stage.lab.lives();
        double age = stage.now - born[disk];
        for (int risk = 0; risk < lives.risks(mode.fails()); risk++) {
            int place = disk * MOST_RISKS + risk;
            strikes[place] = lives.hastened(mode.fails(), risk, stage.factors, strikes[place], age, times);
        }
    }
}
