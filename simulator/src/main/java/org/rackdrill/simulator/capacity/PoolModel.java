package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.rackdrill.simulator.storage.Cache;
import org.rackdrill.simulator.storage.Device;
import org.rackdrill.simulator.storage.Layout;

/**
 * A pool in numbers, at one draw: its devices, who asks, and what memory keeps.
 *
 * @param name as people write it
 * @param devices disks first, then disks of the log, of the cache, and lines
 * @param disks how many of the devices hold the data
 * @param layouts over the disks, by the size of a block
 * @param collects whether synchronous writes go to a log first, and with all others to the disks later, as in ZFS
 * @param policy what memory forgets
 * @param log how many devices take synchronous writes first; they follow the disks
 * @param cached whether one device that keeps what was read follows these
 * @param lines the number of the line to the pool, where something comes from another node; the next is that back
 * @param stays for how many seconds a block stays in memory that nobody asks for
 * @param staysCached the same in memory and cache device together
 */
record PoolModel(
        String name,
        List<Device> devices,
        int disks,
        Layouts layouts,
        boolean collects,
        Cache.Policy policy,
        int log,
        boolean cached,
        OptionalInt lines,
        List<Stream> streams,
        double stays,
        double staysCached) {

    private static final long SMALL_BLOCK = 4096;
    private static final long LARGE_BLOCK = 1 << 20;

    /** Makes layouts by the size of a block. */
    @FunctionalInterface
    interface Layouts {

        Layout of(long blockBytes);
    }

    PoolModel {
        devices = List.copyOf(devices);
        streams = List.copyOf(streams);
    }

    /** Returns how many records of a stream memory holds; at least one. */
    int held(Stream stream) {
        return held(stream, stays);
    }

    /** Returns how many records of a stream the cache device holds besides; at least one. */
    int heldBesides(Stream stream) {
        return Math.max(1, held(stream, staysCached) - held(stream, stays));
    }

    private static int held(Stream stream, double seconds) {
        double share = seconds == Double.POSITIVE_INFINITY ? 1 : stream.reader().held(seconds) / stream.blocks();
        return (int) Math.max(1, Math.min(stream.records(), Math.rint(share * stream.records())));
    }

    /** Returns everything that a run of it depends on but luck, to be compared. */
    List<Object> numbers() {
        List<Object> numbers = new ArrayList<>(List.of(
                name,
                devices,
                disks,
                layouts.of(SMALL_BLOCK),
                layouts.of(LARGE_BLOCK),
                collects,
                policy,
                log,
                cached,
                lines,
                stays,
                staysCached));
        streams.forEach(stream -> numbers.add(stream.numbers()));
        return numbers;
    }

    /** Returns the number of the device that keeps what was read. */
    int cacheDevice() {
        return disks + log;
    }

    /** Returns the disks that take synchronous writes first. */
    List<Integer> logDevices() {
        List<Integer> devicesOfLog = new ArrayList<>();
        for (int i = 0; i < log; i++) {
            devicesOfLog.add(disks + i);
        }
        return devicesOfLog;
    }
}
