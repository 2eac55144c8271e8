package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Node;

/** Compiles clusters: votes, timing, shared storage. */
final class ClusterSection {

    final Map<String, Integer> numbers = new HashMap<>();
    final ClusterPlan[] plans;

    ClusterSection(Draft draft, Map<String, Integer> nodes) {
        List<ClusterPlan> all = new ArrayList<>();
        for (Cluster cluster : draft.lab.clusters()) {
            numbers.put(cluster.name(), all.size());
            all.add(plan(draft, nodes, cluster, all.size()));
        }
        plans = all.toArray(ClusterPlan[]::new);
    }

    private static ClusterPlan plan(Draft draft, Map<String, Integer> nodes, Cluster cluster, int number) {
        int votes = cluster.members().size() + (cluster.tieBreaker().isPresent() ? 1 : 0);
        HaTiming timing = HaTiming.of(cluster.manager());
        if (!draft.has(Behaviour.FENCING)) {
            timing = timing.withoutWatchdog();
        }
        if (!draft.has(Behaviour.FAILOVER)) {
            timing = HaTiming.of(Cluster.Manager.NONE);
        }
        int ceph = -1;
        if (cluster.ceph().isPresent()) {
            ceph = draft.structure.leaf();
            draft.structure.watch(ceph, Structure.Watch.CEPH, number);
            draft.points.put(cluster.name() + "/ceph", ceph);
        }
        boolean quorum =
                cluster.manager() == Cluster.Manager.PROXMOX_HA || cluster.manager() == Cluster.Manager.PACEMAKER;
        return new ClusterPlan(
                cluster.name(),
                cluster.members().stream()
                        .mapToInt(name -> nodes.getOrDefault(name, 0))
                        .toArray(),
                cluster.tieBreaker().map(nodes::get).orElse(-1),
                votes / 2 + 1,
                quorum && draft.has(Behaviour.QUORUM),
                timing,
                ceph,
                cluster.ceph().map(Cluster.Ceph::minSize).orElse(0));
    }

    /** Returns the cluster that a node is a member of, or -1. */
    int of(Node node, List<Cluster> clusters) {
        for (Cluster cluster : clusters) {
            if (cluster.members().contains(node.name())) {
                return numbers.getOrDefault(cluster.name(), -1);
            }
        }
        return -1;
    }
}
