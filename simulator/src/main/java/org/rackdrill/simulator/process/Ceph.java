package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CephPlan;
import org.rackdrill.simulator.compiled.ClusterPlan;
import org.rackdrill.simulator.compiled.Contention.State;
import org.rackdrill.simulator.compiled.DiskPlan;
import org.rackdrill.simulator.compiled.Hours;

/**
 * Ceph: every object has copies on several members. It works while its monitors have a majority and no more members miss
 * something than it may miss; objects are spread over all disks, so two members that each miss one disk have some object
 * in common. Copies of a lost disk are made again on the other disks of its node; those of a lost node only where there
 * are more members than copies. An object that loses its last copy takes everything down until it is restored.
 */
final class Ceph {

    /** How long a part of it that vanished is waited for: Ceph's {@code osd_heartbeat_grace}. */
    private static final double GRACE_HOURS = Hours.ofSeconds(20);

    /** When copies begin to be made again: Ceph's {@code mon_osd_down_out_interval}. */
    private static final double OUT_HOURS = Hours.ofSeconds(600);

    private final Stage stage;
    private final Machines machines;
    private final Storage storage;
    private final Operator operator;
    private final DiskLives lives;
    private final Slowness slowness;
    private final CephPlan[] plans;
    private final DiskPlan[] disks;
    private final int[] planOfPool;
    private final int[] memberOfPool;
    private final boolean[] broken;
    private final boolean[] empty;
    private final int[] stamp;
    private final int[][] missing;
    private final boolean[][] here;
    private final boolean[][] behind;
    private final boolean[][] replaced;
    private final int[][] memberStamp;
    private final double[] graceUntil;
    private final boolean[] lost;
    private final boolean[] restorable;

    Ceph(Stage stage, Machines machines, Storage storage, Operator operator, DiskLives lives, Slowness slowness) {
        this.stage = stage;
        this.machines = machines;
        this.storage = storage;
        this.operator = operator;
        this.lives = lives;
        this.slowness = slowness;
        plans = stage.lab.storageNetwork().ceph();
        disks = stage.lab.disks();
        planOfPool = new int[stage.lab.pools().length];
        memberOfPool = new int[planOfPool.length];
        Arrays.fill(planOfPool, -1);
        missing = new int[plans.length][];
        here = new boolean[plans.length][];
        behind = new boolean[plans.length][];
        replaced = new boolean[plans.length][];
        memberStamp = new int[plans.length][];
        for (int i = 0; i < plans.length; i++) {
            int members = plans[i].members().length;
            missing[i] = new int[members];
            here[i] = new boolean[members];
            behind[i] = new boolean[members];
            replaced[i] = new boolean[members];
            memberStamp[i] = new int[members];
            for (int m = 0; m < members; m++) {
                if (plans[i].pools()[m] >= 0) {
                    planOfPool[plans[i].pools()[m]] = i;
                    memberOfPool[plans[i].pools()[m]] = m;
                }
            }
        }
        broken = new boolean[disks.length];
        empty = new boolean[disks.length];
        stamp = new int[disks.length];
        graceUntil = new double[plans.length];
        lost = new boolean[plans.length];
        restorable = new boolean[plans.length];
    }

    void begin() {
        Arrays.fill(broken, false);
        Arrays.fill(empty, false);
        Arrays.fill(stamp, 0);
        Arrays.fill(graceUntil, 0);
        Arrays.fill(lost, false);
        Arrays.fill(restorable, false);
        for (int i = 0; i < plans.length; i++) {
            Arrays.fill(missing[i], 0);
            Arrays.fill(here[i], true);
            Arrays.fill(behind[i], false);
            Arrays.fill(replaced[i], false);
            Arrays.fill(memberStamp[i], 0);
        }
    }

    boolean lost(int ceph) {
        return lost[ceph];
    }

    /** Returns whether a disk is one of Ceph's, which has no pool to lose. */
    boolean owns(int disk) {
        return planOfPool[disks[disk].pool()] >= 0;
    }

    void diskFails(int disk, int mode) {
        operator.hears(mode);
        vanishes(disk);
    }

    /** A disk is gone, and nobody has said so yet. */
    void vanishes(int disk) {
        int ceph = planOfPool[disks[disk].pool()];
        int member = memberOfPool[disks[disk].pool()];
        CephPlan plan = plans[ceph];
        broken[disk] = true;
        if (plan.wholeMembers()) {
            return;
        }
        empty[disk] = true;
        missing[ceph][member]++;
        stamp[disk]++;
        if (plan.disks()[member] > 1) {
            refill(disk, OUT_HOURS);
        }
        grace(ceph);
        evaluate(ceph);
    }

    /** A new disk is in place; it fills with what has no other place yet. */
    void diskMended(int disk) {
        if (!broken[disk]) {
            return;
        }
        broken[disk] = false;
        lives.replaced(disk);
        if (empty[disk]) {
            if (lost[planOfPool[disks[disk].pool()]]) {
                refilled(disk, stamp[disk]);
            } else {
                refill(disk, 0);
            }
        }
    }

    private void refill(int disk, double wait) {
        CephPlan plan = plans[planOfPool[disks[disk].pool()]];
        int member = memberOfPool[disks[disk].pool()];
        double hours = plan.diskHours()[member] / stage.factors[plan.rebuildParameter()[member]];
        stage.after(wait + hours, Event.CEPH_REFILLED, disk, stamp[disk]);
    }

    void refilled(int disk, int eventStamp) {
        if (empty[disk] && eventStamp == stamp[disk]) {
            int ceph = planOfPool[disks[disk].pool()];
            empty[disk] = false;
            missing[ceph][memberOfPool[disks[disk].pool()]]--;
            evaluate(ceph);
        }
    }

    /** The members of a cluster that take part have changed. */
    void membersChanged(int cluster, boolean[] quorate, boolean[] maintained) {
        for (int ceph = 0; ceph < plans.length; ceph++) {
            if (plans[ceph].cluster() == cluster) {
                for (int m = 0; m < plans[ceph].members().length; m++) {
                    int node = plans[ceph].members()[m];
                    if (quorate[node] != here[ceph][m]) {
                        memberChanged(ceph, m, quorate[node], maintained[node]);
                    }
                }
                evaluate(ceph);
            }
        }
    }

    private void memberChanged(int ceph, int member, boolean now, boolean onPurpose) {
        CephPlan plan = plans[ceph];
        here[ceph][member] = now;
        int eventStamp = ++memberStamp[ceph][member];
        if (plan.wholeMembers()) {
            return;
        }
        int number = ceph * stage.lab.nodes().length + member;
        if (now) {
            double hours = stage.lasts(plan.recovery(), plan.stream()[member]);
            behind[ceph][member] = !replaced[ceph][member];
            replaced[ceph][member] = false;
            stage.after(hours, Event.CEPH_CAUGHT_UP, number, eventStamp);
            return;
        }
        behind[ceph][member] = false;
        boolean ordered = machines.stoppedInOrder(stage.lab.nodes()[plan.members()[member]].machine());
        if (!onPurpose && !ordered) {
            grace(ceph);
        }
        if (plan.members().length > plan.size()) {
            double hours =
                    plan.disks()[member] * plan.diskHours()[member] / stage.factors[plan.rebuildParameter()[member]];
            stage.after(OUT_HOURS + hours, Event.CEPH_CAUGHT_UP, number, eventStamp);
        }
    }

    /** A member that came back has fresh copies again, or the others have made those of one that did not. */
    void caughtUp(int number, int eventStamp) {
        int ceph = number / stage.lab.nodes().length;
        int member = number % stage.lab.nodes().length;
        if (eventStamp == memberStamp[ceph][member]) {
            behind[ceph][member] = false;
            replaced[ceph][member] = !here[ceph][member];
            evaluate(ceph);
        }
    }

    /** Something happened to all disks of a member at once. */
    void poolChanged(int pool) {
        if (planOfPool[pool] >= 0) {
            evaluate(planOfPool[pool]);
        }
    }

    boolean broken(int disk) {
        return broken[disk];
    }

    /** Returns whether every object has all its copies. */
    boolean whole(int ceph) {
        for (int m = 0; m < plans[ceph].members().length; m++) {
            int pool = plans[ceph].pools()[m];
            boolean gone = pool >= 0 && !plans[ceph].wholeMembers() && !storage.usable(pool);
            if (!here[ceph][m] || behind[ceph][m] || missing[ceph][m] > 0 || gone) {
                return false;
            }
        }
        return !lost[ceph];
    }

    private void grace(int ceph) {
        graceUntil[ceph] = stage.now + GRACE_HOURS;
        stage.at(graceUntil[ceph], Event.CEPH_GRACE_OVER, ceph, 0);
    }

    void graceOver(int ceph) {
        evaluate(ceph);
    }

    private void evaluate(int ceph) {
        CephPlan plan = plans[ceph];
        int present = 0;
        int lacking = 0;
        int bare = 0;
        int refilling = 0;
        for (int m = 0; m < plan.members().length; m++) {
            int pool = plan.pools()[m];
            boolean gone = pool >= 0 && !plan.wholeMembers() && !storage.usable(pool);
            present += here[ceph][m] ? 1 : 0;
            bare += missing[ceph][m] > 0 || (gone && storage.lost(pool)) ? 1 : 0;
            refilling += missing[ceph][m];
            boolean away = !here[ceph][m] && !replaced[ceph][m];
            lacking += away || gone || behind[ceph][m] || missing[ceph][m] > 0 ? 1 : 0;
        }
        // What was on a lost disk is written to the others within minutes.
        slowness.disks(stage.lab.pools().length + ceph, refilling > 0 ? State.RESILVERING : State.WHOLE);
        if (bare >= plan.size()) {
            lose(ceph);
        } else if (lost[ceph] && restorable[ceph]) {
            restorable[ceph] = false;
            stage.after(0, Event.CEPH_RESTORES, ceph, 0);
        }
        boolean majority = present >= plan.members().length / 2 + 1;
        boolean works = plan.wholeMembers()
                ? present >= plan.minSize()
                : majority && lacking <= plan.size() - plan.minSize() && stage.now >= graceUntil[ceph];
        ClusterPlan cluster = stage.lab.clusters()[plan.cluster()];
        stage.set(cluster.ceph(), works && !lost[ceph]);
    }

    private void lose(int ceph) {
        if (!lost[ceph]) {
            lost[ceph] = true;
            restorable[ceph] = false;
            stage.after(0, Event.ASSESS, stage.lab.pools().length + ceph, 0);
            operator.hears(plans[ceph].loss());
        }
    }

    /** Somebody has made it anew; what was on it is copied back once it has disks enough. */
    void mended(int ceph) {
        restorable[ceph] = lost[ceph];
        evaluate(ceph);
    }

    /** Whole again, with what the copies held. */
    void restored(int ceph) {
        lost[ceph] = false;
        evaluate(ceph);
    }
}
