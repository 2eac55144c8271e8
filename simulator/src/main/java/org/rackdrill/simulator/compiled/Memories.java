package org.rackdrill.simulator.compiled;

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

    private final Lab lab;

    Memories(Lab lab) {
        this.lab = lab;
    }

    /** Returns how many modules without ECC a dataset has to itself; it shares them by size with other data. */
    double modules(Service service, Service.Data data) {
        double sum = 0;
        for (Node node : lab.nodes()) {
            if (!node.ecc() && passes(service, data, node)) {
                double modules = Math.max(1, Math.ceil(node.memory().count() / MODULE_BYTES));
                sum += modules * data.size().count() / Math.max(1, bytesThrough(node));
            }
        }
        return sum;
    }

    private double bytesThrough(Node node) {
        double bytes = 0;
        for (Service service : lab.services()) {
            bytes += service.data()
                    .filter(data -> passes(service, data, node))
                    .map(data -> data.size().count())
                    .orElse(0.0);
        }
        return bytes;
    }

    private static boolean passes(Service service, Service.Data data, Node node) {
        return data.at().node().equals(node.name())
                || (!service.on().isEmpty() && service.on().get(0).equals(node.name()));
    }
}
