package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.storage.Cache;
import org.rackdrill.simulator.storage.Device;
import org.rackdrill.simulator.storage.HardDisk;
import org.rackdrill.simulator.storage.Line;
import org.rackdrill.simulator.storage.PoolDevices;
import org.rackdrill.simulator.storage.SolidState;

/** Puts the pools of a lab into numbers. */
final class PoolModels {

    /** How many late writes ZFS lets a disk know of at once ({@code zfs_vdev_async_write_max_active}). */
    private static final int ZFS_LATE = 10;

    /** What other systems leave to the disk's queue of 32, a place for somebody who waits left free. */
    private static final int OTHER_LATE = 31;

    /** A scrub always has one read at each disk ({@code zfs_vdev_scrub_min_active}). */
    private static final int IDLE = 1;

    /** Outside of ZFS a file system reads and caches by the page. */
    private static final double PAGE = 4096;

    private final Lab lab;
    private final Draw draw;

    PoolModels(Lab lab, Draw draw) {
        this.lab = lab;
        this.draw = draw;
    }

    /** Returns the pools of nodes and the Cephs of clusters, in their order. */
    static List<PoolRef> refs(Lab lab) {
        List<PoolRef> refs = new ArrayList<>();
        for (Node node : lab.nodes()) {
            node.pools().forEach(pool -> refs.add(new PoolRef(node.name(), pool.name())));
        }
        for (Cluster cluster : lab.clusters()) {
            cluster.ceph().ifPresent(ceph -> {
                // Its disks are its own, whatever else would lie on them.
                cluster.members().forEach(member -> refs.remove(new PoolRef(member, ceph.pool())));
                refs.add(new PoolRef(cluster.name(), CephModel.NAME));
            });
        }
        return refs;
    }

    /** Returns a pool with a change, if anybody asks anything of it. */
    Optional<PoolModel> of(PoolRef ref, Change change) {
        Optional<Cluster> cluster =
                lab.cluster(ref.node()).filter(one -> one.ceph().isPresent());
        if (cluster.isPresent()) {
            return new CephModel(lab, draw, this, cluster.get()).of(ref, change);
        }
        return lab.node(ref.node()).flatMap(node -> node.pool(ref.pool()).flatMap(pool -> of(ref, node, pool, change)));
    }

    private Optional<PoolModel> of(PoolRef ref, Node node, Pool pool, Change change) {
        boolean zfs = CacheRoom.zfs(pool);
        List<Stream> streams =
                Streams.of(lab, draw, ref, zfs ? pool.recordSize().count() : PAGE);
        if (streams.stream().allMatch(stream -> stream.service().isEmpty())) {
            return Optional.empty();
        }
        String path = "nodes." + node.name() + ".pools." + pool.name() + ".";
        List<Device> devices = new ArrayList<>();
        pool.disks().forEach(disk -> devices.add(change.isSolid() ? usualSolid() : disk(path + "disks", disk, zfs)));
        pool.log().forEach(disk -> devices.add(disk(path + "log", disk, zfs)));
        double besides = change.cacheBytes().orElse(cacheBytes(pool));
        if (besides > 0) {
            devices.add(
                    pool.cache().isEmpty()
                            ? usualSolid()
                            : disk(path + "cache", pool.cache().get(0), zfs));
        }
        OptionalInt lines = OptionalInt.empty();
        if (streams.stream().anyMatch(Stream::remote)) {
            lines = OptionalInt.of(devices.size());
            double rate = lab.operations().transfers().traits().value(Trait.LAN).bytesPerSecond() / 1000;
            devices.add(new Line(rate));
            devices.add(new Line(rate));
        }
        double memory = CacheRoom.of(
                        lab,
                        node,
                        pool,
                        change.memoryBytes().orElse(node.memory().count()))
                * share(node, pool);
        List<Sharing.Reader> readers = streams.stream().map(Stream::reader).toList();
        return Optional.of(new PoolModel(
                ref.toString(),
                devices,
                pool.disks().size(),
                block -> PoolDevices.layout(pool, 0, block),
                zfs,
                zfs ? Cache.Policy.ARC : Cache.Policy.LRU,
                pool.log().size(),
                besides > 0,
                lines,
                streams,
                Sharing.staysSeconds(readers, memory),
                Sharing.staysSeconds(readers, memory + besides)));
    }

    private static double cacheBytes(Pool pool) {
        return pool.cache().stream()
                .mapToDouble(disk -> disk.traits().value(Trait.CAPACITY).count())
                .sum();
    }

    /** The pools of a node share its memory by what is asked of them, and evenly as a first guess. */
    private double share(Node node, Pool pool) {
        double own = asked(node, pool);
        double all = node.pools().stream().mapToDouble(one -> asked(node, one)).sum();
        return all == 0 ? 1 : own / all;
    }

    private double asked(Node node, Pool pool) {
        return Streams.of(lab, draw, new PoolRef(node.name(), pool.name()), PAGE).stream()
                .mapToDouble(stream -> (stream.reads() + stream.writes()) * stream.bytes())
                .sum();
    }

    Device disk(String path, Part disk, boolean zfs) {
        double random = draw.of(path, disk, Trait.RANDOM_IOPS);
        double sequential = draw.of(path, disk, Trait.SEQUENTIAL);
        if (disk.traits().value(Trait.RANDOM_IOPS).perSecond() <= HardDisk.MOST_PER_SECOND) {
            return HardDisk.ofFigures(Math.min(random, HardDisk.MOST_PER_SECOND), sequential)
                    .letting(zfs ? ZFS_LATE : OTHER_LATE, IDLE);
        }
        return SolidState.ofFigures(
                random,
                sequential,
                draw.of(path, disk, Trait.SYNC_WRITES),
                draw.of(path, disk, Trait.WRITE_CACHE),
                draw.of(path, disk, Trait.SUSTAINED));
    }

    /** What one would buy: the figures of an ordinary SATA disk. Our estimate, as the catalogue's. */
    static Device usualSolid() {
        return SolidState.ofFigures(20_000, 400e6, 1_500, 15e9, 150e6);
    }
}
