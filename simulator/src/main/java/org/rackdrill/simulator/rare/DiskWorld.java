package org.rackdrill.simulator.rare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.compiled.BatchPlan;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.CopyPlan;
import org.rackdrill.simulator.compiled.DataPlan;
import org.rackdrill.simulator.compiled.DiskPlan;
import org.rackdrill.simulator.compiled.Lifetimes;
import org.rackdrill.simulator.compiled.Mode;
import org.rackdrill.simulator.compiled.PoolPlan;
import org.rackdrill.simulator.compiled.Survival;

/**
 * The pools that hold a dataset and its copies, and nothing else of a lab. Never changed; shared by all courses.
 *
 * @param places the primary first
 * @param disks of all places, one place after another
 * @param survivals of each disk where luck decides its age; none where the lab tells it
 * @param horizon in hours
 */
record DiskWorld(
        CompiledLab lab,
        double[] factors,
        List<Place> places,
        List<Disk> disks,
        @Nullable Survival[] survivals,
        double horizon) {

    /**
     * A pool with the data on it.
     *
     * @param firstDisk the number of its first disk in the world; the others follow
     * @param groups the number of its first redundancy group in the world; the others follow
     * @param usable the chance that the data can be restored from there; 1 for the primary
     * @param backHours from a new pool to all data on it: for the primary over the network, for a copy the first sync
     * @param everyHours between two syncs; 0 for the primary
     */
    record Place(PoolPlan pool, int firstDisk, int groups, double usable, double backHours, double everyHours) {

        /** Returns how high a course stands that has lost this place: one more than it tolerates. */
        int height() {
            return pool.tolerance() + 1;
        }
    }

    /** A disk, and in which place and redundancy group of the world it is. */
    record Disk(DiskPlan plan, Mode mode, int place, int group) {}

    /**
     * Returns the world of a dataset; nothing when it does not lie on a pool.
     *
     * @param usable the chance that each of its copies can be restored from
     */
    static Optional<DiskWorld> of(CompiledLab lab, DataPlan data, double[] usable, double[] factors, double horizon) {
        if (data.pool() < 0) {
            return Optional.empty();
        }
        CopyPlan[] copies = Arrays.stream(data.copies())
                .mapToObj(it -> lab.copies()[it].under(factors))
                .toArray(CopyPlan[]::new);
        List<Place> places = new ArrayList<>();
        List<Disk> disks = new ArrayList<>();
        double refill = copies.length == 0 ? 0 : copies[0].restoreHours();
        add(lab, lab.pools()[data.pool()], 1, refill, 0, places, disks);
        for (int i = 0; i < copies.length; i++) {
            CopyPlan copy = copies[i];
            if (copy.pool() < 0) {
                return Optional.empty();
            }
            boolean known = places.stream().anyMatch(it -> it.pool().equals(lab.pools()[copy.pool()]));
            if (!known) {
                add(lab, lab.pools()[copy.pool()], usable[i], copy.seedHours(), copy.everyHours(), places, disks);
            }
        }
        return Optional.of(new DiskWorld(lab, factors, places, disks, survivals(lab, factors, disks), horizon));
    }

    private static void add(
            CompiledLab lab,
            PoolPlan pool,
            double usable,
            double backHours,
            double everyHours,
            List<Place> places,
            List<Disk> disks) {
        int groups = places.stream().mapToInt(it -> it.pool().groups()).sum();
        places.add(new Place(pool, disks.size(), groups, usable, backHours, everyHours));
        for (int i = 0; i < pool.disks().length; i++) {
            DiskPlan disk = lab.disks()[pool.disks()[i]];
            disks.add(new Disk(disk, lab.modes()[disk.mode()], places.size() - 1, groups + pool.diskGroup()[i]));
        }
    }

    private static @Nullable Survival[] survivals(CompiledLab lab, double[] factors, List<Disk> disks) {
        @Nullable Survival[] survivals = new Survival[disks.size()];
        if (lab.ages().stationary()) {
            Survival[] known = new Survival[lab.lives().count()];
            for (int i = 0; i < survivals.length; i++) {
                int life = disks.get(i).mode().fails();
                if (life != Lifetimes.NEVER) {
                    if (known[life] == null) {
                        known[life] = lab.lives().survival(life, factors);
                    }
                    survivals[i] = known[life];
                }
            }
        }
        return survivals;
    }

    /** Returns the numbers of the batches that its disks are of. */
    int[] batches() {
        return disks.stream()
                .mapToInt(it -> it.plan().batch())
                .distinct()
                .sorted()
                .toArray();
    }

    /**
     * Returns all that an answer depends on: worlds for which it is equal have the same. Lives and parameters are named by
     * their numbers, which are those of the lab; batches only told apart.
     */
    Object likeness() {
        int[] batches = batches();
        List<Object> all = new ArrayList<>();
        for (Place it : places) {
            PoolPlan pool = it.pool();
            all.add(List.of(pool.tolerance(), pool.groups(), pool.spares()));
            all.add(List.of(pool.resilverHours(), pool.rebuildParameter()));
            all.add(lab.modes()[pool.loss()].repair());
            all.add(List.of(it.usable(), it.backHours(), it.everyHours()));
        }
        for (Disk it : disks) {
            BatchPlan batch = lab.batches()[it.plan().batch()];
            all.add(List.of(it.place(), it.group(), it.mode().fails(), it.mode().repair()));
            all.add(List.of(
                    lab.ages().hours()[it.plan().mode()],
                    it.plan().strain(),
                    it.plan().strainParameter()));
            all.add(List.of(Arrays.binarySearch(batches, it.plan().batch()), batch.spread(), batch.parameter()));
        }
        return all;
    }

    /** Returns how high a course stands that has lost every place. */
    int top() {
        return places.stream().mapToInt(Place::height).sum();
    }

    int groups() {
        return places.stream().mapToInt(it -> it.pool().groups()).sum();
    }

    /** Returns how many times the usual hazard a disk has whose group resilvers. */
    double strain(DiskPlan disk) {
        return 1 + disk.strain() * factors[disk.strainParameter()];
    }

    /**
     * Returns how many times the usual hazard makes the next failure about as likely as the end of a repair, every place alike;
     * less where so many repairs are to be expected that courses would hardly count any more. 1 where the hazard of a disk is
     * not known at every age.
     */
    double likelier(int disk) {
        Disk it = disks.get(disk);
        if (!lab.lives().smooth(it.mode().fails())) {
            return 1;
        }
        double own = perHour(it);
        double others = disks.stream().mapToDouble(this::perHour).sum();
        double wanted = 1
                / (Math.max(1, repairHours(it))
                        * places.size()
                        * places.get(it.place()).pool().disks().length)
                / Math.max(1, others * horizon);
        return own > 0 && own < wanted ? wanted / own : 1;
    }

    /** How often a disk fails in the mean until the horizon. */
    private double perHour(Disk disk) {
        int life = disk.mode().fails();
        double age =
                lab.ages().stationary() ? 0 : lab.ages().hours()[disk.plan().mode()];
        double through =
                lab.lives().hazard(life, factors, age + horizon) - lab.lives().hazard(life, factors, age);
        return through / horizon;
    }

    private double repairHours(Disk disk) {
        Mode.Repair repair = disk.mode().repair();
        return lab.lives().mean(lab.operator().noticesAfter(), factors)
                + lab.lives().mean(repair.lasts(), factors)
                + lab.lives().mean(repair.work(), factors)
                + resilverHours(places.get(disk.place()).pool());
    }

    double resilverHours(PoolPlan pool) {
        return pool.resilverHours() / factors[pool.rebuildParameter()];
    }
}
