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
import org.rackdrill.simulator.storage.Cache;
import org.rackdrill.simulator.storage.Ceph;
import org.rackdrill.simulator.storage.Device;
import org.rackdrill.simulator.storage.Layout;
import org.rackdrill.simulator.storage.Line;

/** Puts the Ceph of a cluster into numbers. */
final class CephModel {

    /** What the lab file calls it. */
    static final String NAME = "ceph";

    /** What BlueStore keeps of one disk: half of {@code osd_memory_target}. */
    private static final double CACHE_OF_DISK = 2.0 * (1L << 30);

    private static final double PAGE = 4096;

    private final Lab lab;
    private final Draw draw;
    private final PoolModels models;
    private final Cluster cluster;

    CephModel(Lab lab, Draw draw, PoolModels models, Cluster cluster) {
        this.lab = lab;
        this.draw = draw;
        this.models = models;
        this.cluster = cluster;
    }

    Optional<PoolModel> of(PoolRef ref, Change change) {
        Cluster.Ceph ceph = cluster.ceph().orElseThrow();
        List<Stream> streams = Streams.of(lab, draw, ref, PAGE);
        if (streams.stream().allMatch(stream -> stream.service().isEmpty())) {
            return Optional.empty();
        }
        List<Device> devices = new ArrayList<>();
        List<List<Integer>> disks = new ArrayList<>();
        double memory = 0;
        for (String member : cluster.members()) {
            Optional<Node> node = lab.node(member);
            List<Part> parts =
                    node.flatMap(one -> one.pool(ceph.pool())).map(Pool::disks).orElse(List.of());
            if (!parts.isEmpty()) {
                disks.add(numbered(devices, parts, "nodes." + member + ".pools." + ceph.pool() + ".disks", change));
                memory += CACHE_OF_DISK * parts.size();
            }
        }
        int all = devices.size();
        List<Integer> lines = new ArrayList<>();
        for (int node = 0; node < disks.size(); node++) {
            lines.add(devices.size());
            devices.add(new Line(ceph.network().bytesPerSecond() / 1000));
            devices.add(new Line(ceph.network().bytesPerSecond() / 1000));
        }
        Layout layout = new Ceph(
                disks, lines, Math.min(ceph.size(), disks.size()), StreamRoute.NETWORK_MILLIS, Layout.ALL_WORK);
        double stays = Sharing.staysSeconds(streams.stream().map(Stream::reader).toList(), memory);
        return Optional.of(new PoolModel(
                ref.toString(),
                devices,
                all,
                block -> layout,
                false,
                Cache.Policy.LRU,
                0,
                false,
                OptionalInt.empty(),
                streams,
                stays,
                stays));
    }

    private List<Integer> numbered(List<Device> devices, List<Part> parts, String path, Change change) {
        List<Integer> numbers = new ArrayList<>();
        for (Part part : parts) {
            numbers.add(devices.size());
            devices.add(change.isSolid() ? PoolModels.usualSolid() : models.disk(path, part, false));
        }
        return numbers;
    }
}
