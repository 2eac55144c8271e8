package org.rackdrill.simulator.process;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.CompiledLab;

/** Harms data and their copies on purpose, and takes it back. */
public final class DataHarm {

    private static final double NOT = Double.NaN;

    private final Processes all;
    private final Stage stage;
    private final CompiledLab lab;
    private final Diary diary;
    private final History history;
    private final double[] harmedAt;
    private final boolean[] gone;
    private final boolean[] burnt;
    private final int[] keyless;

    DataHarm(Processes all, Diary diary, History history) {
        this.all = all;
        this.diary = diary;
        this.history = history;
        stage = all.stage;
        lab = stage.lab;
        harmedAt = new double[lab.data().length];
        gone = new boolean[harmedAt.length];
        burnt = new boolean[harmedAt.length];
        keyless = new int[lab.copies().length];
    }

    void begin() {
        Arrays.fill(harmedAt, NOT);
        Arrays.fill(gone, false);
        Arrays.fill(burnt, false);
        Arrays.fill(keyless, 0);
    }

    /**
     * Deletes data: no sync finds them any more, and one that only mirrors deletes its copy.
     *
     * @param snapshots whether nothing of them is left beside them either
     */
    public void delete(int dataset, boolean snapshots) {
        if (nothingThere(dataset)) {
            return;
        }
        harm(dataset);
        gone[dataset] = true;
        burnt[dataset] = snapshots;
        hold(dataset, true);
        history.settle();
    }

    /** Encrypts the files of data: syncs go on, and carry what cannot be read. */
    public void encrypt(int dataset) {
        if (nothingThere(dataset)) {
            return;
        }
        harm(dataset);
        history.settle();
    }

    /** Data that are gone already cannot be harmed. */
    private boolean nothingThere(int dataset) {
        return all.copies.primaryGone(dataset);
    }

    private void harm(int dataset) {
        harmedAt[dataset] = stage.now;
        all.intact.harm(dataset);
    }

    /** Makes good what was done to data, as if it had not been; nothing when a copy stands in for them already. */
    public void restore(int dataset) {
        if (!harmed(dataset)) {
            return;
        }
        harmedAt[dataset] = NOT;
        if (gone[dataset]) {
            gone[dataset] = false;
            hold(dataset, false);
        }
        all.intact.mend(dataset);
        history.settle();
    }

    /** A pool that was given up at some moment or later is back as it was. */
    void returns(int pool, double since) {
        for (int dataset = 0; dataset < harmedAt.length; dataset++) {
            if (all.copies.place(dataset) == pool) {
                diary.foundAgain(dataset, since);
            }
        }
    }

    /** A copy stands in for data that were harmed. */
    void standIn(int dataset, int copy) {
        diary.replaced(dataset, lostWith(dataset, copy), stage.now);
        restore(dataset);
    }

    private void hold(int dataset, boolean down) {
        for (int copy : lab.data()[dataset].copies()) {
            if (!all.copies.plan(copy).keeping().mirrors()) {
                unlink(copy, down);
            }
        }
    }

    /** Keeps a sync from reaching its copy, or lets it. */
    public void link(int copy, boolean works) {
        unlink(copy, !works);
        history.settle();
    }

    private void unlink(int copy, boolean down) {
        if (down) {
            stage.points.hold(lab.copies()[copy].link(), stage.cause, stage.now);
        } else {
            stage.points.release(lab.copies()[copy].link(), stage.cause, stage.now);
        }
    }

    /** Takes away the key that opens a copy, or gives it back. */
    public void copyKey(int copy, boolean there) {
        keyless[copy] += there ? -1 : 1;
    }

    /** Takes away the key that opens a pool at the next boot, or gives it back. */
    public void poolKey(int pool, boolean there) {
        if (there) {
            all.intrusions.giveKey(pool);
        } else {
            all.intrusions.takeKey(pool);
        }
        history.settle();
    }

    /** Returns whether data are deleted or encrypted. */
    public boolean harmed(int dataset) {
        return !Double.isNaN(harmedAt[dataset]);
    }

    double harmedAt(int dataset) {
        return harmedAt[dataset];
    }

    boolean locked(int copy) {
        return keyless[copy] > 0;
    }

    /** Returns whether a copy holds its data as they were before they were harmed. */
    boolean whole(int copy) {
        int dataset = lab.copies()[copy].dataset();
        return harmed(dataset)
                ? gone[dataset]
                        ? all.copies.survives(copy, harmedAt[dataset])
                        : all.copies.holdsFrom(copy, harmedAt[dataset])
                : all.copies.exists(copy);
    }

    /** Returns how old the newest state of a copy is that was not harmed, in hours from the harm or from now. */
    double lostWith(int dataset, int copy) {
        if (!whole(copy)) {
            return Double.POSITIVE_INFINITY;
        }
        double until = harmed(dataset) ? harmedAt[dataset] : stage.now;
        double newest = all.copies.newestOf(copy);
        // What came after the harm is passed over: the state before it is at most one interval older.
        return newest <= until ? until - newest : all.copies.plan(copy).everyHours();
    }

    /** Returns how much of harmed data would be lost by now, in hours: with what is left beside them, or the best copy. */
    double lostIfRestored(int dataset) {
        double keeps = lab.data()[dataset].keepsHours();
        boolean beside = !burnt[dataset] && !all.copies.primaryGone(dataset);
        if (beside && keeps > 0 && stage.now - harmedAt[dataset] <= keeps) {
            return 0;
        }
        double best = Double.POSITIVE_INFINITY;
        for (int copy : lab.data()[dataset].copies()) {
            best = Math.min(best, lostWith(dataset, copy));
        }
        return best;
    }
}
