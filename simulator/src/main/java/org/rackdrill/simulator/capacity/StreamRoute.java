package org.rackdrill.simulator.capacity;

import org.apache.commons.math3.util.ArithmeticUtils;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.RejectionInversionZipfSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;
import org.rackdrill.simulator.storage.Cache;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.storage.Plan;
import org.rackdrill.simulator.storage.Route;

/**
 * The way of what somebody waits for: memory, then the cache device, then the disks; over a network where there is one.
 * Requests in a row are read at once, and all but the first are answered from what was read ahead.
 */
final class StreamRoute implements Route {

    /** From memory. Our estimate; a system call and a copy. */
    static final double HIT_MILLIS = 0.02;

    /** There and back on a switched network, without data. Our estimate. */
    static final double NETWORK_MILLIS = 0.2;

    /** Strides of the golden section spread popular records most evenly. */
    private static final double STRIDE = 0.6180339887498949;

    /** Requests after which a cache that began with the most popular records has its usual disorder. */
    private static final int SETTLING = 20_000;

    private final PoolModel pool;
    private final Stream stream;
    private final UniformRandomProvider luck;
    private final SharedStateDiscreteSampler popular;
    private final Cache memory;
    private final Cache besides;
    private final Layout blocks;
    private final Layout.Write logged;
    private final Layout logLayout;
    private final long stride;
    private final double reads;
    private final double syncWrites;
    private long asked;
    private long hits;

    StreamRoute(PoolModel pool, Stream stream, int lost, UniformRandomProvider luck) {
        this.pool = pool;
        this.stream = stream;
        this.luck = luck;
        popular = RejectionInversionZipfSampler.of(luck, stream.records(), stream.exponent());
        memory = pool.policy().empty(stream.records(), pool.held(stream));
        besides = Cache.Policy.LRU.empty(stream.records(), pool.heldBesides(stream));
        blocks = Loads.layout(pool, stream.blockBytes(), lost);
        logLayout = Loads.layout(pool, stream.bytes(), lost);
        logged = new Layout.Write(stream.bytes(), true, true);
        stride = stride(stream.records());
        reads = stream.reads() / stream.waitedFor();
        syncWrites = stream.writes() * stream.syncShare() / stream.waitedFor();
        warmUp();
    }

    private void warmUp() {
        int held = Math.min(stream.records(), pool.held(stream) + (pool.cached() ? pool.heldBesides(stream) : 0));
        for (int rank = held; rank >= 1; rank--) {
            ask(record(rank));
        }
        for (int i = 0; i < SETTLING && held < stream.records(); i++) {
            ask(record(popular.sample()));
        }
        forget();
    }

    private boolean ask(int record) {
        boolean known = memory.ask(record);
        if (!known && pool.cached()) {
            besides.ask(record);
        }
        return known;
    }

    private int record(int rank) {
        return (int) ((rank - 1) * stride % stream.records());
    }

    /** Returns how far apart neighbours in popularity lie: without a common divisor, so that each has its own record. */
    private static long stride(int records) {
        int stride = (int) (records * STRIDE);
        while (ArithmeticUtils.gcd(stride, records) != 1) {
            stride++;
        }
        return stride;
    }

    @Override
    public void forget() {
        asked = 0;
        hits = 0;
    }

    @Override
    public double hitShare() {
        return asked == 0 ? 0 : (double) hits / asked;
    }

    @Override
    public void lay(Plan plan) {
        if (stream.background()) {
            plan.inBackground();
        }
        double sort = luck.nextDouble();
        boolean first = stream.run() <= 1 || luck.nextDouble() * stream.run() < 1;
        if (sort < reads) {
            read(plan, first);
        } else {
            write(plan, sort < reads + syncWrites, first);
        }
    }

    private void read(Plan plan, boolean first) {
        plan.after(HIT_MILLIS + (stream.remote() ? NETWORK_MILLIS : 0));
        if (first) {
            int record = record(popular.sample());
            fetch(plan, record, stream.runBytes());
        }
        if (stream.remote() && pool.lines().isPresent()) {
            plan.then().read(pool.lines().getAsInt() + 1, 0, stream.bytes());
        }
    }

    /** Adds what it takes to have a record in memory. */
    private void fetch(Plan plan, int record, double bytes) {
        double place = (double) record / stream.records();
        asked++;
        if (memory.ask(record)) {
            hits++;
        } else if (pool.cached() && besides.ask(record)) {
            hits++;
            plan.read(pool.cacheDevice(), place, bytes);
        } else {
            blocks.read(plan, record, place, bytes);
        }
    }

    private void write(Plan plan, boolean sync, boolean first) {
        plan.after(HIT_MILLIS + (stream.remote() ? NETWORK_MILLIS : 0));
        if (stream.remote() && pool.lines().isPresent()) {
            plan.read(pool.lines().getAsInt(), 0, stream.bytes()).then();
        }
        int record = record(popular.sample());
        if (stream.partial() && first && pool.collects()) {
            // The rest of the block is needed before a part of it can change.
            fetch(plan, record, stream.runBytes());
            plan.then();
        }
        if (sync) {
            sync(plan, record);
        }
    }

    private void sync(Plan plan, int record) {
        double place = luck.nextDouble();
        if (pool.log() > 0) {
            for (int device = pool.disks(); device < pool.disks() + pool.log(); device++) {
                plan.syncWrite(device, place, stream.bytes());
            }
        } else {
            logLayout.write(plan, record, place, logged);
        }
    }
}
