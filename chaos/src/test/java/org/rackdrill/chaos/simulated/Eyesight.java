package org.rackdrill.chaos.simulated;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;

/** Everything that probes can see of a lab, each with a bound that a healthy lab keeps. */
final class Eyesight {

    private final Scene scene;
    private final Map<String, Probe> probes = new LinkedHashMap<>();

    Eyesight(Scene scene, Lab lab) {
        this.scene = scene;
        lab.network().forEach(link -> up(link.name()));
        lab.ups().forEach(ups -> {
            up(ups.name());
            add("on-mains: " + ups.name(), "");
        });
        lab.nodes().forEach(this::node);
        lab.clusters().forEach(cluster -> {
            add("quorate: " + cluster.name(), "");
            if (cluster.members().size() > 2 || cluster.tieBreaker().isPresent()) {
                add("redundant: " + cluster.name(), "");
            }
            cluster.ceph().ifPresent(ceph -> add("redundant: " + cluster.name() + "/ceph", ""));
        });
        lab.services().forEach(service -> {
            up(service.name());
            if (service.guest().isPresent()) {
                add("answers: " + service.name(), "within: 1 s");
            }
            service.data()
                    .ifPresent(data ->
                            probes.put("intact: data of " + service.name(), scene.probe("intact: " + service.name())));
        });
        lab.copies().forEach(copy -> add("intact: " + copy.service() + " at " + copy.to(), ""));
    }

    private void node(Node node) {
        up(node.name());
        add("clock: " + node.name(), "within: 1 s");
        add("memory-free: " + node.name(), "at-least: 3%");
        node.pools().forEach(pool -> {
            String name = node.name() + "/" + pool.name();
            add("intact: " + name, "");
            add("used: " + name, "at-most: 90%");
            if (pool.layout().tolerance(pool.disks().size()) > 0) {
                add("redundant: " + name, "");
            }
        });
    }

    private void up(String name) {
        probes.put(name, scene.probe("up: " + name));
    }

    private void add(String probe, String bound) {
        probes.put(probe, scene.probe(bound.isEmpty() ? probe : probe + ", " + bound));
    }

    /**
     * Returns what is not so, or cannot be seen ({@code ?}) now. What nobody can see because its node is down is left out,
     * and so is that what is down does not answer.
     */
    List<String> bad() {
        List<String> bad = new ArrayList<>();
        probes.forEach((text, probe) -> {
            Observation seen = scene.world.observe(probe);
            boolean implied = seen.why().equals("the node that has it is down")
                    || bad.stream().anyMatch(down -> text.equals("answers: " + down));
            if (seen.truth() != Truth.TRUE && !implied) {
                bad.add(seen.truth() == Truth.FALSE ? text : text + "?");
            }
        });
        return bad;
    }
}
