package org.rackdrill.simulator.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.rackdrill.simulator.compiled.CompiledLab;
import org.rackdrill.simulator.compiled.NetworkPlan;

/** Who reaches a node over the network, as a structure of boxes, tunnels and internet accesses. */
final class Reaching {

    private final CompiledLab lab;
    private final NetworkPlan plan;
    private final Wires wires;
    private final IntFunction<String> names;
    private final Map<Integer, String[]> from = new HashMap<>();

    /**
     * Prepares.
     *
     * @param names what each point is called
     */
    Reaching(CompiledLab lab, Wires wires, IntFunction<String> names) {
        this.lab = lab;
        this.wires = wires;
        this.names = names;
        plan = lab.network();
    }

    private int boxes() {
        return plan.boxMachine().length;
    }

    private String box(int box) {
        return names.apply(lab.machines()[plan.boxMachine()[box]].up());
    }

    /** Returns what must be up for a node to be on the network of its site. */
    String lan(int node) {
        return plugged(node, box -> Wires.ALWAYS);
    }

    /** Returns what must be up for people at home on a cable to reach a node. */
    String wired(int node) {
        return plugged(
                node,
                box -> wires.any(List.of(
                        island(box, other -> plan.boxSite()[other] == 0 && !plan.accessPoint()[other]),
                        abroad(node, box))));
    }

    /** Returns what must be up for people at home on the air to reach a node. */
    String home(int node) {
        boolean air = IntStream.range(0, boxes()).anyMatch(this::airAtHome);
        return air
                ? plugged(node, box -> wires.any(List.of(island(box, this::airAtHome), abroad(node, box))))
                : wired(node);
    }

    /** Returns what must be up for people elsewhere to reach a node. */
    String remote(int node) {
        return plugged(node, this::internet);
    }

    /** Returns what must be up for people at home to reach their router over an access point. */
    String homeOnAir() {
        boolean router = IntStream.range(0, boxes()).anyMatch(box -> cabled(box) && plan.router()[box]);
        List<String> ways = new ArrayList<>();
        for (int box = 0; box < boxes(); box++) {
            if (cabled(box) && (plan.router()[box] || !router)) {
                ways.add(wires.all(List.of(box(box), island(box, this::airAtHome))));
            }
        }
        return wires.any(ways);
    }

    private boolean airAtHome(int box) {
        return plan.accessPoint()[box] && plan.boxSite()[box] == 0;
    }

    private boolean cabled(int box) {
        return plan.boxSite()[box] == 0 && !plan.accessPoint()[box];
    }

    private String plugged(int node, IntFunction<String> further) {
        List<String> plugs = new ArrayList<>();
        for (int box : plan.nodeBoxes()[node]) {
            plugs.add(wires.all(List.of(box(box), further.apply(box))));
        }
        return wires.any(plugs);
    }

    private String island(int box, IntPredicate wanted) {
        String[] reached = reached(box);
        return wires.any(IntStream.range(0, boxes())
                .filter(wanted)
                .mapToObj(other -> reached[other])
                .toList());
    }

    private String internet(int box) {
        String[] reached = reached(box);
        return wires.any(IntStream.range(0, boxes())
                .filter(other -> plan.internet()[other] >= 0)
                .mapToObj(other -> wires.all(List.of(reached[other], names.apply(plan.internet()[other]))))
                .toList());
    }

    /** Sites without a tunnel of their own meet on the open internet. */
    private String abroad(int node, int box) {
        int site = plan.nodeSite()[node];
        if (site == 0 || plan.siteTunnelled()[site]) {
            return Wires.NEVER;
        }
        return wires.all(List.of(internet(box), online(0), online(site)));
    }

    private String online(int site) {
        return wires.any(IntStream.range(0, boxes())
                .filter(box -> plan.boxSite()[box] == site && plan.internet()[box] >= 0)
                .mapToObj(box -> wires.all(List.of(box(box), names.apply(plan.internet()[box]))))
                .toList());
    }

    /** Returns for each box what must be up to get there from one of them: a step further each time round. */
    private String[] reached(int start) {
        return from.computeIfAbsent(start, key -> {
            String[] now = new String[boxes()];
            java.util.Arrays.fill(now, Wires.NEVER);
            now[start] = box(start);
            for (int step = 1; step < boxes(); step++) {
                String[] next = now.clone();
                for (int box = 0; box < boxes(); box++) {
                    if (box != start) {
                        next[box] = wires.all(List.of(box(box), wires.any(neighbours(box, now))));
                    }
                }
                now = next;
            }
            return now;
        });
    }

    private List<String> neighbours(int box, String[] reached) {
        List<String> ways = new ArrayList<>();
        for (int[] link : plan.links()) {
            if (link[0] == box || link[1] == box) {
                ways.add(reached[link[0] == box ? link[1] : link[0]]);
            }
        }
        for (int i = 0; i < plan.tunnels().length; i++) {
            int[] ends = plan.tunnels()[i];
            if (ends[0] == box || ends[1] == box) {
                ways.add(wires.all(
                        List.of(names.apply(plan.tunnelPoint()[i]), reached[ends[0] == box ? ends[1] : ends[0]])));
            }
        }
        return ways;
    }
}
