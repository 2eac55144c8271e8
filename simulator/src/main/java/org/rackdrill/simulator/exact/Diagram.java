package org.rackdrill.simulator.exact;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.rackdrill.simulator.compiled.Structure;

/**
 * A Boolean structure as an ordered decision diagram (Bryant, IEEE Transactions on Computers 35(8), 1986): each node asks
 * whether one leaf is up and goes on from there, and equal questions are one node. A chance takes one pass over the nodes,
 * with sums of products alone.
 */
final class Diagram {

    private static final int DOWN = 0;
    private static final int UP = 1;

    /** Some tens of megabytes. */
    private static final int MOST_NODES = 200_000;

    private int[] leaf = {Integer.MAX_VALUE, Integer.MAX_VALUE};
    private int[] ifDown = {DOWN, UP};
    private int[] ifUp = {DOWN, UP};
    private int count = 2;
    private final Map<Question, Integer> nodes = new HashMap<>();
    private final Map<Question, Integer> choices = new HashMap<>();
    private final int top;

    /** Three numbers by which a node or a choice is found again. */
    private record Question(int a, int b, int c) {}

    /**
     * Builds the diagram of a service.
     *
     * @param order the place in the order of questions of each leaf, by point; below 0 for one that is not asked
     * @throws Unsolved when it has too many nodes
     */
    Diagram(Cone cone, int[] order) {
        Structure structure = cone.structure();
        int[] known = new int[structure.count()];
        for (int point : cone.points()) {
            int[] inputs = structure.children(point);
            if (order[point] < 0 && inputs.length == 0) {
                // It only shares a crew, and nothing that counts here looks at it.
                known[point] = UP;
                continue;
            }
            known[point] = inputs.length == 0
                    ? node(order[point], DOWN, UP)
                    : atLeast(
                            structure.required(point),
                            Arrays.stream(inputs).map(input -> known[input]).toArray());
        }
        top = known[cone.top()];
    }

    /** Works out a gate from its last input to its first, for every number of inputs that may still be needed. */
    private int atLeast(int required, int[] inputs) {
        int[] enough = new int[required + 1];
        enough[0] = UP;
        for (int i = inputs.length - 1; i >= 0; i--) {
            for (int needed = required; needed > 0; needed--) {
                enough[needed] = choose(inputs[i], enough[needed - 1], enough[needed]);
            }
        }
        return enough[required];
    }

    /** Returns what is {@code then} while the first is up, else {@code otherwise}. */
    private int choose(int first, int then, int otherwise) {
        if (first == UP || then == otherwise) {
            return then;
        }
        if (first == DOWN) {
            return otherwise;
        }
        if (then == UP && otherwise == DOWN) {
            return first;
        }
        Question question = new Question(first, then, otherwise);
        Integer known = choices.get(question);
        if (known != null) {
            return known;
        }
        int next = Math.min(leaf[first], Math.min(leaf[then], leaf[otherwise]));
        int found = node(
                next,
                choose(below(first, next, ifDown), below(then, next, ifDown), below(otherwise, next, ifDown)),
                choose(below(first, next, ifUp), below(then, next, ifUp), below(otherwise, next, ifUp)));
        if (choices.size() > 4 * MOST_NODES) {
            throw tooLarge();
        }
        choices.put(question, found);
        return found;
    }

    private int below(int node, int next, int[] branch) {
        return leaf[node] == next ? branch[node] : node;
    }

    private int node(int of, int down, int up) {
        if (down == up) {
            return up;
        }
        return nodes.computeIfAbsent(new Question(of, down, up), key -> {
            if (count == MOST_NODES) {
                throw tooLarge();
            }
            if (count == leaf.length) {
                leaf = Arrays.copyOf(leaf, 2 * count);
                ifDown = Arrays.copyOf(ifDown, 2 * count);
                ifUp = Arrays.copyOf(ifUp, 2 * count);
            }
            leaf[count] = of;
            ifDown[count] = down;
            ifUp[count] = up;
            return count++;
        });
    }

    private static Unsolved tooLarge() {
        return new Unsolved("its parts hang together in too many ways");
    }

    /** Returns how many nodes there are, the two ends not counted. */
    int size() {
        return count - 2;
    }

    /**
     * Returns the chance that the service is down.
     *
     * @param down the chance of each leaf to be down, by its place in the order
     */
    double down(double[] down) {
        return chances(down)[top];
    }

    /**
     * Returns for each leaf how much likelier the service is down with it down than with it up (Birnbaum's importance).
     *
     * @param down the chance of each leaf to be down, by its place in the order
     */
    double[] importance(double[] down) {
        double[] chance = chances(down);
        double[] reached = new double[count];
        double[] importance = new double[down.length];
        reached[top] = 1;
        for (int node = count - 1; node > UP; node--) {
            int of = leaf[node];
            if (reached[node] > 0) {
                importance[of] += reached[node] * Math.max(0, chance[ifDown[node]] - chance[ifUp[node]]);
                reached[ifDown[node]] += reached[node] * down[of];
                reached[ifUp[node]] += reached[node] * (1 - down[of]);
            }
        }
        return importance;
    }

    /** A node is made after those that it leads to. */
    private double[] chances(double[] down) {
        double[] chance = new double[count];
        chance[DOWN] = 1;
        for (int node = UP + 1; node < count; node++) {
            double itsDown = down[leaf[node]];
            chance[node] = itsDown * chance[ifDown[node]] + (1 - itsDown) * chance[ifUp[node]];
        }
        return chance;
    }
}
