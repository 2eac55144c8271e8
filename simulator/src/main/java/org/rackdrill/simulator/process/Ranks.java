package org.rackdrill.simulator.process;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.GuestPlan;

/** The order in which guests are looked after, the most important first. */
final class Ranks {

    private final GuestPlan[] plans;
    private final int[] all;
    private final int[][] onNode;

    Ranks(Stage stage, Guests guests) {
        plans = stage.lab.guests();
        all = inOrder(IntStream.range(0, plans.length));
        onNode = IntStream.range(0, stage.lab.nodes().length)
                .mapToObj(node -> inOrder(Arrays.stream(guests.ofNode(node))))
                .toArray(int[][]::new);
    }

    private int[] inOrder(IntStream some) {
        return some.boxed()
                .sorted((a, b) -> Integer.compare(plans[a].priority(), plans[b].priority()))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns all guests. */
    int[] all() {
        return all;
    }

    /** Returns the guests that may be on a node. */
    int[] on(int node) {
        return onNode[node];
    }
}
