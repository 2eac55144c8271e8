package org.rackdrill.simulator.process;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.CopyPlan;

/**
 * What can be seen of disks, pools, data and copies at this moment. What nobody could look at, such as a pool of a node
 * that is down, is empty.
 */
public final class DataEyes {

    private final Processes all;
    private final Stage stage;
    private final CompiledLab lab;
    private final Harm harm;
    private final double[] usedShare;
    private final boolean[] encrypted;

    DataEyes(Lab source, Processes all, Harm harm) {
        this.all = all;
        this.harm = harm;
        stage = all.stage;
        lab = stage.lab;
        List<Pool> pools =
                source.nodes().stream().map(Node::pools).flatMap(List::stream).toList();
        usedShare = pools.stream()
                .mapToDouble(pool -> pool.used().value().fraction())
                .toArray();
        encrypted = new boolean[usedShare.length];
        for (int i = 0; i < encrypted.length; i++) {
            encrypted[i] = pools.get(i).encrypted();
        }
    }

    /** Returns whether a pool opens only with a key. */
    public boolean encrypted(int pool) {
        return encrypted[pool];
    }

    /** Returns whether the shared storage of a cluster can be read and written. */
    public boolean cephUp(int ceph) {
        return stage.up(lab.clusters()[lab.storageNetwork().ceph()[ceph].cluster()].ceph());
    }

    /** Returns whether the shared storage of a cluster has all its copies. */
    public boolean cephWhole(int ceph) {
        return all.ceph.whole(ceph);
    }

    /** Returns whether every disk of a pool is there and holds what it should. */
    public Optional<Boolean> poolWhole(int pool) {
        return ofPool(pool, all.storage.whole(pool) && noneBroken(pool));
    }

    private boolean noneBroken(int pool) {
        return IntStream.of(lab.pools()[pool].disks()).noneMatch(harm::diskGone);
    }

    private <T> Optional<T> ofPool(int pool, T seen) {
        return all.machines.up(lab.nodes()[all.storage.node(pool)].machine()) ? Optional.of(seen) : Optional.empty();
    }

    /** Returns whether a pool can be read and written. */
    public Optional<Boolean> poolUp(int pool) {
        return ofPool(pool, all.storage.usable(pool));
    }

    /** Returns whether the place where data are was lost. */
    public boolean destroyed(int dataset) {
        return all.copies.primaryGone(dataset);
    }

    /** Returns whether a scrub or resilver of a pool is going on. */
    public boolean resilvering(int pool) {
        return IntStream.of(lab.pools()[pool].disks()).anyMatch(all.storage::resilvering);
    }

    /** Returns how many more disks of a pool may go, at its weakest group. */
    public int disksToSpare(int pool) {
        return harm.disksToSpare(pool);
    }

    /** Returns whether a disk is there. */
    public boolean diskThere(int disk) {
        return !harm.diskGone(disk);
    }

    /** Returns what is used of a pool, as a share. */
    public Optional<Double> used(int pool) {
        double filled = harm.filled(pool);
        return ofPool(pool, Double.isNaN(filled) ? usedShare[pool] : filled);
    }

    /** Returns how old the newest state of a copy is, in hours; infinite without one. */
    public Optional<Double> age(int copy) {
        return ofPool(lab.copies()[copy].pool(), stage.now - all.copies.newestOf(copy));
    }

    /** Returns whether a sync can run to a copy. */
    public boolean syncs(int copy) {
        return stage.up(lab.copies()[copy].path());
    }

    /** Returns the hours between two syncs of a copy. */
    public double every(int copy) {
        return lab.copies()[copy].everyHours();
    }

    /** Returns whether data are there, whole and readable. */
    public Optional<Boolean> dataIntact(int dataset) {
        boolean there = !harm.data().harmed(dataset) && !all.copies.primaryGone(dataset);
        int pool = lab.data()[dataset].pool();
        return pool < 0 ? Optional.of(there) : ofPool(pool, there && readable(pool));
    }

    /** Returns whether a copy is there, whole and readable: as it was before anybody harmed it or what it is a copy of. */
    public Optional<Boolean> copyIntact(int copy) {
        CopyPlan plan = lab.copies()[copy];
        boolean whole = harm.data().whole(copy) && !harm.data().locked(copy);
        return ofPool(plan.pool(), whole && readable(plan.pool()));
    }

    /** Returns whether everything on a pool can be read as it was written. */
    public Optional<Boolean> poolIntact(int pool) {
        return ofPool(pool, readable(pool));
    }

    /** A full pool can be read. */
    private boolean readable(int pool) {
        int reasons = all.storage.suspensions(pool) - (harm.full(pool) ? 1 : 0);
        return !all.storage.lost(pool) && reasons == 0 && !rotten(pool);
    }

    /** Blocks that are wrong harm what is read only where no other disk can correct them. */
    private boolean rotten(int pool) {
        return disksToSpare(pool) <= 0
                && IntStream.of(lab.pools()[pool].disks()).anyMatch(disk -> harm.rotten(disk) && !harm.diskGone(disk));
    }

    /** Returns how much of what is harmed now would be lost by a restore, in hours; 0 when nothing is harmed. */
    public double lostIfRestored(int dataset) {
        return harm.data().harmed(dataset) ? harm.data().lostIfRestored(dataset) : 0;
    }

    /** Returns whether every copy and the original of some data were lost. */
    public boolean lost(int dataset) {
        return all.copies.lost[dataset] > 0;
    }
}
