package org.rackdrill.simulator.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rackdrill.model.lab.Daily;
import org.rackdrill.simulator.storage.Cache;
import org.rackdrill.simulator.storage.Copies;
import org.rackdrill.simulator.storage.Device;

/** Pools of a few devices for tests, on which one stream asks. */
final class Pools {

    private Pools() {}

    static Asking stream(String service, double reads, double writes, double syncShare) {
        return new Asking(service, reads, writes, syncShare);
    }

    /** A stream in the making: 16 KiB at a time, from a million blocks that are asked for evenly. */
    static final class Asking {

        private final String service;
        private final double reads;
        private final double writes;
        private final double syncShare;
        private Daily when = Daily.EVENLY;
        private boolean remote;

        private Asking(String service, double reads, double writes, double syncShare) {
            this.service = service;
            this.reads = reads;
            this.writes = writes;
            this.syncShare = syncShare;
        }

        Asking when(Daily at) {
            when = at;
            return this;
        }

        Asking fromElsewhere() {
            remote = true;
            return this;
        }

        Stream build() {
            return new Stream(
                    service + ": load",
                    Optional.of(service),
                    reads,
                    writes,
                    syncShare,
                    16_384,
                    16_384,
                    16_384,
                    1e6,
                    new Zipf(1e6, 0),
                    60_000,
                    0,
                    when,
                    0,
                    false,
                    remote);
        }
    }

    /** A mirror, and what stands behind it in the rig: disks of the log, lines. */
    static PoolModel mirror(List<Device> disks, int log, boolean lines, boolean collects, Stream... streams) {
        int pool = disks.size() - log - (lines ? 2 : 0);
        return new PoolModel(
                "box/tank",
                disks,
                pool,
                block -> new Copies(0, pool, pool),
                collects,
                Cache.Policy.LRU,
                log,
                false,
                lines ? OptionalInt.of(pool + log) : OptionalInt.empty(),
                Arrays.asList(streams),
                1e-6,
                1e-6);
    }
}
