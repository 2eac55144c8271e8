package org.rackdrill.simulator.compiled;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Service;

/**
 * Memory without ECC through which data pass on their way to a disk: that of the node that has the pool, and that of the
 * node on which their service runs.
 */
final class Memories {

    /** What one memory module holds; common since DDR4. Our estimate. */
    private static final double MODULE_BYTES = 16.0 * (1L << 30);

    private final Map<String, Node> nodes = new HashMap<>();

    /** Bytes of all data that pass the memory of each node. */
    private final Map<String, Double> bytes = new HashMap<>();

    Memories(Lab lab) {
        lab.nodes().forEach(node -> nodes.put(node.name(), node));
        for (Service service : lab.services()) {
            service.data()
                    .ifPresent(data -> passed(service, data)
                            .forEach(node -> bytes.merge(node, data.size().count(), Double::sum)));
        }
    }

    /** Returns how many modules without ECC a dataset has to itself; it shares them by size with other data. */
    double modules(Service service, Service.Data data) {
        double sum = 0;
        for (String name : passed(service, data)) {
            Node node = nodes.get(name);
            if (node != null && !node.ecc()) {
                double modules = Math.max(1, Math.ceil(node.memory().count() / MODULE_BYTES));
                sum += modules * data.size().count() / Math.max(1, bytes.getOrDefault(name, 0.0));
            }
        }
        return sum;
    }

    /** Returns the names of the nodes whose memory data pass: at most two. */
    private static Set<String> passed(Service service, Service.Data data) {
        Set<String> names = new LinkedHashSet<>(List.of(data.at().node()));
        service.on().stream().findFirst().ifPresent(names::add);
        return names;
    }
}
