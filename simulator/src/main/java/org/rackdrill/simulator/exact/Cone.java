package org.rackdrill.simulator.exact;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.ComponentPlan;
import org.rackdrill.simulator.compiled.Structure;

/**
 * What one service of a compiled lab hangs on: the points beneath it, and the components that set them or hold each other
 * up while they do.
 *
 * @param structure of the whole lab
 * @param top the point of the service
 * @param points those beneath and beside it, inputs before their gates, the top among them
 * @param components the numbers of the components
 */
record Cone(Structure structure, int top, int[] points, int[] components) {

    /**
     * Returns what a service hangs on.
     *
     * @throws Unsolved when it hangs on more than components
     */
    static Cone of(CompiledLab lab, int service) {
        Structure structure = lab.structure();
        ComponentPlan[] plans = lab.components();
        Map<Integer, Integer> owner = new HashMap<>();
        for (int i = 0; i < plans.length; i++) {
            owner.put(plans[i].up(), i);
        }
        TreeSet<Integer> points = new TreeSet<>();
        TreeSet<Integer> components = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>();
        int top = lab.services()[service].available();
        open.add(top);
        while (!open.isEmpty()) {
            int point = open.remove();
            if (!points.add(point)) {
                continue;
            }
            Integer component = owner.get(point);
            if (component != null) {
                add(plans, component, components, open);
            } else if (structure.children(point).length == 0) {
                throw new Unsolved(
                        "it hangs on machines, whose batteries, boots, failovers and people keep clocks of their"
                                + " own; `--exponentialised` has a lab like it without them");
            }
            Arrays.stream(structure.children(point)).forEach(open::add);
        }
        return new Cone(structure, top, array(points), array(components));
    }

    /** Adds a component with what it ages with, and whoever keeps its crew busy. */
    private static void add(ComponentPlan[] plans, int component, TreeSet<Integer> components, Deque<Integer> open) {
        if (!components.add(component)) {
            return;
        }
        ComponentPlan it = plans[component];
        if (it.behind() >= 0) {
            open.add(plans[it.behind()].up());
        }
        if (it.pausedBy() >= 0) {
            open.add(it.pausedBy());
        }
        for (ComponentPlan mate : plans) {
            if (it.crew() >= 0 && mate.crew() == it.crew()) {
                open.add(mate.up());
            }
        }
    }

    private static int[] array(TreeSet<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Works out every gate from the leaves, which are given; {@code up} is indexed by point. */
    void settle(boolean[] up) {
        for (int point : points) {
            int[] inputs = structure.children(point);
            if (inputs.length > 0) {
                int count = 0;
                for (int input : inputs) {
                    count += up[input] ? 1 : 0;
                }
                up[point] = count >= structure.required(point);
            }
        }
    }
}
