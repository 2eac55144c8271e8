package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.rackdrill.simulator.storage.Ceph;
import org.rackdrill.simulator.storage.Copies;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.storage.Load;
import org.rackdrill.simulator.storage.RouteMaker;

/** Makes the loads of a rig from the streams of a pool. */
final class Loads {

    /** How often ZFS closes a transaction group ({@code zfs_txg_timeout}) and Linux writes out ({@code dirty_writeback}). */
    static final double WRITE_OUT_MILLIS = 5000;

    /**
     * What is written at once where blocks go wherever there is room. OpenZFS joins up to 1 MiB
     * ({@code zfs_vdev_aggregation_limit}); in a pool that was used for years free pieces are smaller. Our estimate.
     */
    static final double EXTENT_BYTES = 256 * 1024;

    /** What a cache device takes for a read that somebody waits for. */
    static final double CACHE_READ_MILLIS = 0.15;

    /** What a scrub or a resilver reads at once. */
    private static final double SWEEP_BYTES = 1 << 20;

    /** Of what a disk holds, what lies between two reads of a sweep: next to nothing. */
    private static final double SWEEP_STEP = 1e-6;

    /** The name of what fills a new disk. */
    static final String RESILVER = "resilver";

    private static final int ANYWHERE = 1 << 20;

    /** What a starting system reads at once, and how many such reads wait at each disk. Our estimate. */
    private static final double START_BYTES = 16 * 1024;

    private static final int STARTS_PER_DISK = 4;

    private Loads() {}

    static Layout layout(PoolModel pool, double blockBytes, int lost) {
        Layout whole = pool.layouts().of((long) Math.ceil(blockBytes));
        return lost == Layout.ALL_WORK ? whole : whole.without(lost);
    }

    /** Returns what somebody waits for, one load a stream and of its name, and then what memory writes out. */
    static List<Load> of(PoolModel pool, Rates rates, int lost) {
        List<Load> loads = new ArrayList<>();
        for (Stream stream : pool.streams()) {
            double perSecond = stream.waitedFor() * rates.factor(stream);
            RouteMaker routes = luck -> new StreamRoute(pool, stream, lost, luck);
            if (stream.depth() > 0 && rates.factor(stream) > 0) {
                double think = stream.depth() * 1000.0 / (stream.reads() + stream.writes());
                loads.add(new Load.Closed(stream.name(), stream.depth(), think, rates.pattern(stream), routes));
            } else if (stream.depth() == 0 && perSecond > 0) {
                loads.add(new Load.Open(stream.name(), perSecond, rates.pattern(stream), routes));
            }
        }
        for (Stream stream : pool.streams()) {
            double perSecond = lateBytes(pool, stream) * rates.factor(stream) / lateSize(pool, stream);
            if (perSecond > 0) {
                double size = lateSize(pool, stream);
                RouteMaker routes = luck -> new LateRoute(layout(pool, size, lost), size, luck);
                loads.add(new Load.Bursts(
                        stream.name() + ", written out", perSecond, rates.pattern(stream), WRITE_OUT_MILLIS, routes));
            }
        }
        return loads;
    }

    /** Returns the bytes a second that memory collects. */
    private static double lateBytes(PoolModel pool, Stream stream) {
        if (stream.depth() > 0) {
            return 0;
        }
        if (pool.collects()) {
            return stream.writes() / stream.run() * stream.blockBytes();
        }
        return stream.writes() * (1 - stream.syncShare()) * stream.bytes();
    }

    private static double lateSize(PoolModel pool, Stream stream) {
        return pool.collects() ? EXTENT_BYTES : stream.runBytes();
    }

    /** Returns a client that reads what a page needs and is not in memory, one after the other. */
    static Load probe(PoolModel pool, Stream page, int lost) {
        Layout layout = layout(pool, page.blockBytes(), lost);
        return new Load.Closed(page.name() + ", opened", 1, 0, luck -> plan -> {
            plan.after(StreamRoute.HIT_MILLIS);
            layout.read(plan, luck.nextInt(page.records()), luck.nextDouble(), page.bytes());
        });
    }

    /** Returns what reads every block of every disk that works, as fast as the others let it. */
    static List<Load> scrub(PoolModel pool, int lost) {
        List<Load> loads = new ArrayList<>();
        for (int disk = 0; disk < pool.disks(); disk++) {
            if (disk != lost) {
                int device = disk;
                loads.add(new Load.Closed("sweep of disk " + disk, 1, 0, luck -> {
                    double[] place = {luck.nextDouble()};
                    return plan -> {
                        place[0] = (place[0] + SWEEP_STEP) % 1;
                        plan.inBackground().read(device, place[0], SWEEP_BYTES);
                    };
                }));
            }
        }
        return loads;
    }

    /** Returns what guests that start ask for: small reads anywhere, as many as they get. */
    static Load starts(PoolModel pool) {
        Layout layout = layout(pool, START_BYTES, Layout.ALL_WORK);
        return new Load.Closed(
                "starts",
                STARTS_PER_DISK * pool.disks(),
                0,
                luck -> plan -> layout.read(plan, luck.nextInt(ANYWHERE), luck.nextDouble(), START_BYTES));
    }

    /** Returns what fills a new disk from the others, as fast as everybody else lets it. */
    static List<Load> resilver(PoolModel pool, int fresh) {
        int[] sources = sources(pool, fresh);
        return List.of(new Load.Closed(RESILVER, 2, 0, luck -> {
            double[] place = {luck.nextDouble()};
            return plan -> {
                place[0] = (place[0] + SWEEP_STEP) % 1;
                plan.inBackground();
                for (int disk : sources) {
                    plan.read(disk, place[0], SWEEP_BYTES);
                }
                plan.then().write(fresh, place[0], SWEEP_BYTES);
            };
        }));
    }

    /** Returns the disks that know what was on a lost one: its mirror, or all others. */
    private static int[] sources(PoolModel pool, int lost) {
        Layout layout = pool.layouts().of((long) EXTENT_BYTES);
        if (layout instanceof Copies copies) {
            int group = lost / copies.copies() * copies.copies();
            return new int[] {group + (lost - group + 1) % copies.copies()};
        }
        if (layout instanceof Ceph) {
            return new int[] {(lost + pool.disks() / 2) % pool.disks()};
        }
        return IntStream.range(0, pool.disks()).filter(disk -> disk != lost).toArray();
    }
}
