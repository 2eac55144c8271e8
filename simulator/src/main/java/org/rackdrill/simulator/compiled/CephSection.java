package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles Ceph: which disks it takes, and how fast lost copies are made again. */
public final class CephSection {

    /** What is left of a network's rate for recovery: 110 of 125 MB/s are seen on gigabit Ethernet. */
    private static final double PAYLOAD = 0.88;

    private final Draft draft;
    private final StorageSection storage;
    private final ClusterSection clusters;

    CephSection(Draft draft, StorageSection storage, ClusterSection clusters) {
        this.draft = draft;
        this.storage = storage;
        this.clusters = clusters;
    }

    /** Returns whether Ceph takes the disks of a pool, so that nothing else can lie on it. */
    public static boolean takes(Lab lab, Node node, Pool pool) {
        return lab.clusters().stream()
                .filter(cluster -> cluster.members().contains(node.name()))
                .flatMap(cluster -> cluster.ceph().stream())
                .anyMatch(ceph -> ceph.pool().equals(pool.name()));
    }

    CephPlan[] compile() {
        List<CephPlan> plans = new ArrayList<>();
        for (Cluster cluster : draft.lab.clusters()) {
            cluster.ceph().ifPresent(ceph -> plans.add(plan(cluster, ceph, plans.size())));
        }
        return plans.toArray(CephPlan[]::new);
    }

    /** Returns for each dataset the number of the Ceph that it lies on, or -1. */
    int[] ofData(CephPlan[] plans) {
        return draft.lab.services().stream()
                .flatMap(service -> service.data().stream())
                .mapToInt(data -> number(plans, data))
                .toArray();
    }

    private int number(CephPlan[] plans, Service.Data data) {
        int cluster = clusters.numbers.getOrDefault(data.at().node(), -1);
        for (int i = 0; i < plans.length; i++) {
            if (plans[i].cluster() == cluster) {
                return i;
            }
        }
        return -1;
    }

    private CephPlan plan(Cluster cluster, Cluster.Ceph ceph, int number) {
        int count = cluster.members().size();
        int[] members = new int[count];
        int[] pools = new int[count];
        int[] disks = new int[count];
        double[] diskHours = new double[count];
        int[] parameter = new int[count];
        int[] stream = new int[count];
        String name = cluster.name() + "/ceph";
        Arrays.fill(pools, -1);
        for (int i = 0; i < count; i++) {
            Node node = draft.lab.node(cluster.members().get(i)).orElseThrow();
            members[i] = draft.node(node.name());
            stream[i] = draft.stream(node.name() + " ceph");
            Optional<Pool> pool = node.pool(ceph.pool());
            if (pool.isPresent()) {
                pools[i] = storage.numbers.getOrDefault(new PoolRef(node.name(), ceph.pool()), -1);
                disks[i] = pool.get().disks().size();
                Part disk = pool.get().disks().get(0);
                parameter[i] = draft.parameter(node.name() + "/" + ceph.pool(), disk, Trait.REBUILD);
                diskHours[i] = diskHours(pool.get(), disk, ceph) / draft.resilverSpeed(name);
            }
        }
        int software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        return new CephPlan(
                clusters.numbers.getOrDefault(cluster.name(), 0),
                members,
                pools,
                disks,
                ceph.size(),
                ceph.minSize(),
                diskHours,
                parameter,
                draft.life(name + " recovery", ceph.recovery()),
                stream,
                draft.mode(new Mode(
                        Owner.CEPH,
                        number,
                        draft.cause(name, CauseKind.DISKS, "disks of " + name, 'D'),
                        draft.stream(name + " loss"),
                        Lifetimes.NEVER,
                        Repair.atKeyboard(software, draft.site(home(cluster))))),
                !draft.has(Behaviour.CEPH_DISKS));
    }

    private String home(Cluster cluster) {
        return draft.lab.node(cluster.members().get(0)).map(Node::site).orElse("");
    }

    /** What was on one disk is written to the others of its node, as fast as they and the network allow. */
    private static double diskHours(Pool pool, Part disk, Cluster.Ceph ceph) {
        double used = disk.traits().value(Trait.CAPACITY).count()
                * pool.used().value().fraction();
        double writes = disk.traits().value(Trait.REBUILD).bytesPerSecond()
                * Math.max(1, pool.disks().size() - 1);
        return Hours.ofSeconds(used / Math.min(writes, PAYLOAD * ceph.network().bytesPerSecond()));
    }
}
