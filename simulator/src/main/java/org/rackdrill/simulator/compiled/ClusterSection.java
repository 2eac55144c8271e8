package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Node;
import org.rackdrill.simulator.timeline.KeepalivedTimeline;
import org.rackdrill.simulator.timeline.NoTimeline;
import org.rackdrill.simulator.timeline.PacemakerTimeline;
import org.rackdrill.simulator.timeline.ProxmoxTimeline;
import org.rackdrill.simulator.timeline.Timeline;

/** Compiles clusters: votes, timing, shared storage. */
final class ClusterSection {

    final Map<String, Integer> numbers = new HashMap<>();

    private final Map<String, Integer> ofNode = new HashMap<>();
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
                timeline(draft, cluster),
                quorum && draft.has(Behaviour.FENCING),
                draft.has(Behaviour.FAILOVER)
                        ? cluster.pace().map(it -> pace(draft, cluster.name(), it))
                        : Optional.empty(),
                draft.stream(cluster.name() + " rounds"),
                ceph,
                cluster.ceph().map(Cluster.Ceph::minSize).orElse(0));
    }

    private static PacePlan pace(Draft draft, String cluster, Cluster.Pace pace) {
        return new PacePlan(
                pace.fencing() == Cluster.Fencing.DEVICE,
                draft.life(cluster + " loss-noticed", pace.lossNoticed()),
                draft.life(cluster + " joins", pace.joins()),
                draft.life(cluster + " fences-in", pace.fencesIn()),
                draft.life(cluster + " decides-in", pace.decidesIn()),
                draft.life(cluster + " waits-for-others", pace.waitsForOthers()),
                draft.life(cluster + " crash-noticed", pace.crashNoticed()),
                pace.stays(),
                draft.stream(cluster + " pace"));
    }

    private static Timeline timeline(Draft draft, Cluster cluster) {
        int members = cluster.members().size();
        if (members > Timeline.MOST_MEMBERS) {
            throw new Unanswerable(String.format(
                    Locale.ROOT,
                    "The cluster %s has %d members; only up to %d can be simulated.",
                    cluster.name(),
                    members,
                    Timeline.MOST_MEMBERS));
        }
        if (!draft.has(Behaviour.FAILOVER)) {
            return new NoTimeline();
        }
        return switch (cluster.manager()) {
            case PROXMOX_HA -> proxmox(draft, members);
            // How soon it acts is drawn for each change.
            case PACEMAKER -> new PacemakerTimeline(new PacemakerTimeline.Seconds(false, 0, 0, 0, 0, 0, false));
            case KEEPALIVED -> new KeepalivedTimeline();
            case NONE -> new NoTimeline();
        };
    }

    /** Clusters of a size share what they know, and those of a lab that this one is a variation of. */
    private static Timeline proxmox(Draft draft, int members) {
        for (Timeline known : draft.timelines) {
            if (known instanceof ProxmoxTimeline it && it.members() == members) {
                return it;
            }
        }
        Timeline made = new ProxmoxTimeline(members);
        draft.timelines.add(made);
        return made;
    }

    /** Returns the cluster that a node is a member of, or -1. */
    int of(Node node, List<Cluster> clusters) {
        if (ofNode.isEmpty()) {
            for (Cluster cluster : clusters) {
                int number = numbers.getOrDefault(cluster.name(), -1);
                cluster.members().forEach(member -> ofNode.putIfAbsent(member, number));
            }
        }
        return ofNode.getOrDefault(node.name(), -1);
    }
}
