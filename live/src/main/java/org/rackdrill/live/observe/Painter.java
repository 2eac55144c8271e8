package org.rackdrill.live.observe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.live.cluster.ClusterStatus;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.text.Lines;
import org.rackdrill.live.zfs.PoolStatus;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Ups;

/** Makes pictures: asks everything that there is, all hosts at the same time. */
final class Painter {
    private static final Set<Cluster.Manager> ASKED = Set.of(Cluster.Manager.PACEMAKER, Cluster.Manager.PROXMOX_HA);

    private final Field field;
    private final Lookouts lookouts;
    private final Pools pools;
    private final Clusters clusters;
    private final Supplies supplies;
    private final List<String> unseen = new ArrayList<>();

    Painter(Field field, Lookouts lookouts, Pools pools, Clusters clusters, Supplies supplies) {
        this.field = field;
        this.lookouts = lookouts;
        this.pools = pools;
        this.clusters = clusters;
        this.supplies = supplies;
    }

    Picture picture(Within within) {
        Map<String, List<String>> work = work(within);
        Map<PoolRef, PoolStatus> seen = pools(within);
        return new Picture(seen, clusters(within), supplies.look(upsNames(), within), work, unseen);
    }

    private List<String> upsNames() {
        return field.lab().ups().stream().map(Ups::name).toList();
    }

    private Map<String, List<String>> work(Within within) {
        Map<String, List<String>> work = new LinkedHashMap<>();
        lookouts.all(field.nodes(), Request.of("work"), within.half()).forEach((node, reply) -> {
            if (reply.done()) {
                work.put(node, Lines.complete(reply.body()));
            } else {
                unseen.add(reply.why());
            }
        });
        return work;
    }

    /** Pools of one node come in one answer, so that a node with ten of them is asked once. */
    private Map<PoolRef, PoolStatus> pools(Within within) {
        Map<PoolRef, PoolStatus> seen = new LinkedHashMap<>();
        List<String> keepers =
                pools.all().stream().map(PoolRef::node).distinct().toList();
        Request request = Within.patient(Request.of("zpool-status"), within.half());
        Map<String, Reply> replies = lookouts.all(keepers, request, within.half());
        for (PoolRef pool : pools.all()) {
            Reply reply = replies.getOrDefault(pool.node(), Reply.unknown(pool + ": nobody looked"));
            if (reply.done()) {
                seen.put(pool, PoolStatus.read(reply.body(), pool.pool()));
            } else {
                unseen.add(reply.why());
            }
        }
        return seen;
    }

    private Map<String, ClusterStatus> clusters(Within within) {
        Map<String, ClusterStatus> seen = new LinkedHashMap<>();
        for (Cluster cluster : field.lab().clusters()) {
            ClusterStatus status = clusters.status(cluster, within);
            if (status.readable()) {
                seen.put(cluster.name(), status);
            } else if (ASKED.contains(cluster.manager())) {
                unseen.add(cluster.name() + ": no member says how it is");
            }
        }
        return seen;
    }
}
