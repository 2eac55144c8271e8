package org.rackdrill.simulator.capacity;

import java.util.Arrays;
import java.util.List;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.RaidzGroup;
import org.rackdrill.model.lab.Trait;

/** How many bytes of data disks hold, by the layout of a pool. Compression and deduplication are not counted on. */
final class Room {

    /** What OpenZFS keeps back so that a full pool can still delete: a 32nd ({@code spa_slop_shift} is 5) ... */
    private static final double KEPT_BACK = 1.0 / 32;

    /** ... and never more than this ({@code spa_max_slop}). */
    private static final double MOST_KEPT_BACK = 128.0 * (1L << 30);

    private Room() {}

    /** Returns the bytes of all disks. */
    static double raw(Pool pool) {
        return Arrays.stream(sizes(pool.disks())).sum();
    }

    /** Returns the bytes for data. */
    static double usable(Pool pool) {
        double[] sizes = sizes(pool.disks());
        return switch (pool.layout()) {
            case STRIPE -> lessKeptBack(Arrays.stream(sizes).sum());
            case MIRROR -> lessKeptBack(smallest(sizes));
            case RAID10 -> lessKeptBack(pairs(sizes));
            case RAIDZ1 -> lessKeptBack(raidz(sizes, 1));
            case RAIDZ2 -> lessKeptBack(raidz(sizes, 2));
            case RAIDZ3 -> lessKeptBack(raidz(sizes, 3));
            case SHR_1 -> slices(sizes, 1, 2);
            case SHR_2 -> slices(sizes, 2, 4);
        };
    }

    /**
     * Returns the bytes for data of a Ceph that puts each copy on a host of its own.
     *
     * @param hosts bytes of the disks of each host
     * @param size copies of each object
     */
    static double replicated(List<Double> hosts, int size) {
        // A host takes at most one copy of each object, so x bytes of data need sum(min(host, x)) >= size * x. That is
        // a
        // concave function of x; the largest x that it allows lies between two hosts' sizes.
        double[] sorted =
                hosts.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double best = 0;
        double smaller = 0;
        for (int i = 0; i <= sorted.length; i++) {
            int larger = sorted.length - i;
            double next = larger > 0 ? sorted[i] : Double.POSITIVE_INFINITY;
            double x = larger >= size ? next : Math.min(next, smaller / (size - larger));
            boolean between = i == 0 || x >= sorted[i - 1];
            best = between && smaller + larger * x >= size * x * (1 - 1e-12) ? Math.max(best, x) : best;
            smaller += larger > 0 ? next : 0;
        }
        return best;
    }

    private static double lessKeptBack(double bytes) {
        return bytes - Math.min(bytes * KEPT_BACK, MOST_KEPT_BACK);
    }

    /** Every disk of a group counts as its smallest. */
    private static double raidz(double[] sizes, int parity) {
        RaidzGroup group = new RaidzGroup(sizes.length, parity, RaidzGroup.USUAL_SECTOR_BYTES);
        return smallest(sizes) * sizes.length * group.usableShare();
    }

    /** The same pairs that fail together in the simulator: the first disk with the first of the second half, and so on. */
    private static double pairs(double[] sizes) {
        int groups = Math.max(1, sizes.length / 2);
        double[] group = new double[groups];
        Arrays.fill(group, Double.POSITIVE_INFINITY);
        for (int i = 0; i < sizes.length; i++) {
            group[i % groups] = Math.min(group[i % groups], sizes[i]);
        }
        return Arrays.stream(group).sum();
    }

    /**
     * SHR cuts disks into slices that reach through as many disks as are that large, each with its own parity; a slice of
     * fewer disks than its layout needs stays empty.
     */
    private static double slices(double[] sizes, int parity, int fewest) {
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double room = 0;
        double floor = 0;
        for (int i = 0; i < sorted.length; i++) {
            int through = sorted.length - i;
            room += through >= fewest ? (sorted[i] - floor) * (through - parity) : 0;
            floor = sorted[i];
        }
        return room;
    }

    private static double smallest(double[] sizes) {
        return Arrays.stream(sizes).min().orElse(0);
    }

    private static double[] sizes(List<Part> disks) {
        return disks.stream()
                .mapToDouble(disk -> disk.traits().value(Trait.CAPACITY).count())
                .toArray();
    }
}
