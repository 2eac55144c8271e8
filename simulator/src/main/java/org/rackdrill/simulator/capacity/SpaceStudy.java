package org.rackdrill.simulator.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.compiled.CephSection;

/** How full the pools of a lab are, and when they will be full. */
final class SpaceStudy {

    /** Beyond it allocation of ZFS and btrfs gets slow; the rule of thumb of both. */
    private static final double RULE = 0.8;

    /** Where Ceph warns, {@code mon_osd_nearfull_ratio}; at 95 % it stops writing. */
    private static final double CEPH_RULE = 0.85;

    private static final int YEARS = 5;

    private final Lab lab;
    private final LocalDate today;
    private final Unknowns unknowns;

    SpaceStudy(Lab lab, LocalDate today, Unknowns unknowns) {
        this.lab = lab;
        this.today = today;
        this.unknowns = unknowns;
    }

    SpaceAnswer answer() {
        List<SpaceAnswer.OfPool> pools = new ArrayList<>();
        for (Node node : lab.nodes()) {
            for (Pool pool : node.pools()) {
                if (!CephSection.takes(lab, node, pool)) {
                    pools.add(pool(
                            new PoolRef(node.name(), pool.name()),
                            pool.layout()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', '-'),
                            pool.disks().size(),
                            Room.raw(pool),
                            Room.usable(pool),
                            RULE,
                            pool));
                }
            }
        }
        for (Cluster cluster : lab.clusters()) {
            cluster.ceph().ifPresent(ceph -> pools.add(ceph(cluster, ceph)));
        }
        return new SpaceAnswer(pools);
    }

    private SpaceAnswer.OfPool ceph(Cluster cluster, Cluster.Ceph ceph) {
        List<Pool> parts = lab.nodes().stream()
                .filter(node -> cluster.members().contains(node.name()))
                .flatMap(node -> node.pool(ceph.pool()).stream())
                .toList();
        List<Double> hosts = parts.stream().map(Room::raw).toList();
        return pool(
                new PoolRef(cluster.name(), "ceph"),
                "ceph, " + ceph.size() + " copies",
                parts.stream().mapToInt(pool -> pool.disks().size()).sum(),
                hosts.stream().mapToDouble(Double::doubleValue).sum(),
                Room.replicated(hosts, ceph.size()),
                CEPH_RULE,
                null);
    }

    private SpaceAnswer.OfPool pool(
            PoolRef ref, String layout, int disks, double raw, double usable, double rule, @Nullable Pool described) {
        List<Stored> stored = new StoredData(lab, unknowns).on(ref, described, usable);
        Drawn used = unknowns.certain(0);
        Drawn growth = unknowns.certain(0);
        for (Stored one : stored) {
            used = used.plus(one.bytes());
            growth = growth.plus(one.perYear());
        }
        Drawn usedNow = used;
        Drawn perYear = growth;
        return new SpaceAnswer.OfPool(
                ref.toString(),
                layout,
                disks,
                raw,
                usable,
                rule,
                used.likely(),
                share(used, usable),
                growth.likely(),
                stored.stream()
                        .filter(one -> one.bytes().high() > 0)
                        .sorted(Comparator.comparingDouble(one -> -one.bytes().bestGuess()))
                        .map(one -> new SpaceAnswer.Item(
                                one.what(), one.kind(), one.bytes().likely()))
                        .toList(),
                Reached.when(used, growth, rule * usable, today),
                Reached.when(used, growth, usable, today),
                IntStream.rangeClosed(1, YEARS)
                        .mapToObj(year -> share(usedNow.plus(perYear.times(year)), usable))
                        .toList());
    }

    private static Likely share(Drawn bytes, double usable) {
        return usable > 0 ? bytes.times(1 / usable).likely() : Likely.exactly(0);
    }
}
