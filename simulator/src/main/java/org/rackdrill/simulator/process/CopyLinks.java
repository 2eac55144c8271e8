package org.rackdrill.simulator.process;

import org.rackdrill.simulator.compiled.CopyPlan;

/** The links between nodes over which copies are made. */
final class CopyLinks {

    private final Stage stage;
    private final Network network;
    private final CopyPlan[] copies;

    CopyLinks(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        copies = stage.lab.copies();
    }

    void begin() {
        for (CopyPlan copy : copies) {
            stage.set(copy.link(), !between(copy) || network.between(copy.sourceNode(), copy.targetNode()));
        }
    }

    /** Some nodes reach others than before. */
    void changed() {
        for (CopyPlan copy : copies) {
            int source = copy.sourceNode();
            int target = copy.targetNode();
            if (between(copy) && (network.relinked(source) || network.relinked(target))) {
                stage.set(copy.link(), network.between(source, target));
            }
        }
    }

    /** Returns whether a copy is made from one node to another that the lab knows. */
    private static boolean between(CopyPlan copy) {
        return copy.sourceNode() >= 0 && copy.targetNode() >= 0;
    }
}
