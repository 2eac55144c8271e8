package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Said;

/** Looks up pools by {@code node/pool}, and Ceph by {@code cluster/ceph}. */
final class PoolRefs {

    static final String CEPH = "ceph";

    private final Desk desk;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, PoolRef> all = new LinkedHashMap<>();
    private final Map<String, List<PoolRef>> ofNodes = new HashMap<>();

    PoolRefs(Desk desk, List<Node> nodes, List<Cluster> clusters) {
        this.desk = desk;
        nodes.forEach(node -> this.nodes.putIfAbsent(node.name(), node));
        nodes.forEach(node -> node.pools().forEach(pool -> add(new PoolRef(node.name(), pool.name()))));
        clusters.stream()
                .filter(cluster -> cluster.ceph().isPresent())
                .forEach(cluster -> add(new PoolRef(cluster.name(), CEPH)));
    }

    private void add(PoolRef ref) {
        if (all.put(ref.toString(), ref) == null) {
            ofNodes.computeIfAbsent(ref.node(), node -> new ArrayList<>()).add(ref);
        }
    }

    /** Returns the pool of that name, or notes that there is none. */
    Optional<PoolRef> find(Said<String> said) {
        Optional<PoolRef> found = Optional.ofNullable(all.get(said.value()));
        if (found.isEmpty()) {
            missing(said);
        }
        return found;
    }

    /** Returns what a pool is made of, if it is one of a node. */
    Optional<Pool> pool(PoolRef ref) {
        return Optional.ofNullable(nodes.get(ref.node())).flatMap(node -> node.pool(ref.pool()));
    }

    /** Returns the pools of a node. */
    List<PoolRef> of(String node) {
        return List.copyOf(ofNodes.getOrDefault(node, List.of()));
    }

    private void missing(Said<String> said) {
        String name = said.value();
        Set<String> candidates = all.keySet();
        if (!name.contains("/")) {
            List<PoolRef> ofNode = of(name);
            String meant = ofNode.isEmpty() ? "node/pool" : ofNode.get(0).toString();
            desk.notes()
                    .error(
                            said.place(),
                            "`" + Meant.shortened(name) + "` does not name a pool",
                            "Write `" + meant + "`.");
            return;
        }
        String fix = Meant.among(candidates, name, desk.notes())
                .map(likely -> "Did you mean `" + likely + "`?")
                .orElse(
                        candidates.isEmpty()
                                ? "Give a node some `pools`."
                                : "There are "
                                        + String.join(
                                                ", ",
                                                candidates.stream().limit(10).toList()) + ".");
        desk.notes().error(said.place(), "no pool is called `" + Meant.shortened(name) + "`", fix);
    }
}
