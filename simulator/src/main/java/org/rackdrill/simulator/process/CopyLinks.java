package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.simulator.compiled.CopyPlan;

/** The links between nodes over which copies are made; all copies between two nodes share one. */
final class CopyLinks {

    /** The pair of a copy that needs no link between two nodes. */
    private static final int NO_PAIR = -1;

    private final Stage stage;
    private final Network network;
    private final CopyPlan[] copies;
    private final int[] pairOf;
    private final int[][] pairs;
    private final boolean[] linked;

    CopyLinks(Stage stage, Network network) {
        this.stage = stage;
        this.network = network;
        copies = stage.lab.copies();
        pairOf = new int[copies.length];
        Map<List<Integer>, Integer> found = new LinkedHashMap<>();
        for (int i = 0; i < copies.length; i++) {
            int source = copies[i].sourceNode();
            int target = copies[i].targetNode();
            pairOf[i] = source < 0 || target < 0
                    ? NO_PAIR
                    : found.computeIfAbsent(List.of(source, target), it -> found.size());
        }
        pairs = found.keySet().stream()
                .map(pair -> new int[] {pair.get(0), pair.get(1)})
                .toArray(int[][]::new);
        linked = new boolean[pairs.length];
    }

    /** Begins with all of them there, as all points do, and looks. */
    void begin() {
        Arrays.fill(linked, true);
        look();
    }

    /** Nodes may reach others than before. */
    void look() {
        boolean changed = false;
        for (int i = 0; i < pairs.length; i++) {
            boolean now = network.between(pairs[i][0], pairs[i][1]);
            changed |= now != linked[i];
            linked[i] = now;
        }
        for (int i = 0; changed && i < copies.length; i++) {
            stage.set(copies[i].link(), pairOf[i] == NO_PAIR || linked[pairOf[i]]);
        }
    }
}
