package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rackdrill.simulator.ha.HaSettings.Scheduler;
import org.rackdrill.simulator.ha.Observation.View;

/** How much each node that is online has to carry, by what the master has decided so far. */
final class Usage {
    private final HaState state;
    private final TreeMap<Integer, List<Integer>> places = new TreeMap<>();
    private final TreeMap<Integer, Integer> counts = new TreeMap<>();
    private final TreeMap<Integer, Load> loads = new TreeMap<>();

    private Usage(HaState state) {
        this.state = state;
    }

    static Usage of(HaState state, View view) {
        Usage usage = new Usage(state);
        boolean live = state.settings.scheduler() == Scheduler.DYNAMIC;
        for (int node : online(state)) {
            usage.counts.put(node, 0);
            usage.loads.put(
                    node, live && node < view.used().size() ? view.used().get(node) : Load.NONE);
        }
        state.status.forEach((service, status) ->
                usage.count(service, status, live && view.running().get(service)));
        return usage;
    }

    private void count(int service, ServiceStatus status, boolean carried) {
        List<Integer> nodes = new ArrayList<>(2);
        switch (status.state()) {
            case STOPPED, REQUEST_START -> {}
            case REQUEST_START_BALANCE -> nodes.add(status.target());
            case MIGRATE, RELOCATE -> {
                nodes.add(status.node());
                nodes.add(status.target());
            }
            case REQUEST_STOP, STARTED, FENCE, RECOVERY, FREEZE, ERROR -> nodes.add(status.node());
        }
        nodes.removeIf(node -> !counts.containsKey(node));
        places.put(service, nodes);
        for (int node : nodes) {
            counts.merge(node, 1, Integer::sum);
            // What a guest uses while it runs is in what its node uses already.
            if (!carried || node == status.target()) {
                loads.computeIfPresent(node, (n, load) -> load.plus(loadOf(service, n)));
            }
        }
    }

    /** Returns what a service would use on a node. */
    Load loadOf(int service, int node) {
        boolean live = state.settings.scheduler() == Scheduler.DYNAMIC;
        Load load = (live ? state.use : state.most).getOrDefault(service, Load.NONE);
        return load.cpu() == 0 && !live ? new Load(state.capacity[node].cpu(), load.memory()) : load;
    }

    /** Returns the nodes that are online, in order. */
    static List<Integer> online(HaState state) {
        List<Integer> online = new ArrayList<>();
        state.nodeStates.forEach((node, seen) -> {
            if (seen == NodeState.ONLINE) {
                online.add(node);
            }
        });
        return online;
    }

    /** Returns the nodes that a service counts on; of a moving one the last is where it goes. */
    List<Integer> places(int service) {
        return places.getOrDefault(service, List.of());
    }

    /** Returns how bad each node would be for a service: the lowest is the best. */
    Map<Integer, Double> scores(int service) {
        Map<Integer, Double> scores = new TreeMap<>();
        List<Integer> nodes = List.copyOf(counts.keySet());
        if (state.settings.scheduler() == Scheduler.BASIC) {
            counts.forEach((node, count) -> scores.put(node, (double) count));
            return scores;
        }
        List<double[]> alternatives = new ArrayList<>();
        for (int node : nodes) {
            alternatives.add(criteria(with(service, node)));
        }
        double[] good = Topsis.closeness(alternatives);
        for (int i = 0; i < nodes.size(); i++) {
            scores.put(nodes.get(i), -good[i]);
        }
        return scores;
    }

    private Map<Integer, Load> with(int service, int node) {
        Map<Integer, Load> changed = new TreeMap<>(loads);
        changed.put(node, loads.getOrDefault(node, Load.NONE).plus(loadOf(service, node)));
        return changed;
    }

    /** Returns the loads after services have moved from one node to another. */
    Map<Integer, Load> moved(List<Integer> services, int from, int to) {
        Map<Integer, Load> changed = new TreeMap<>(loads);
        for (int service : services) {
            changed.computeIfPresent(from, (node, load) -> load.minus(loadOf(service, node)));
            changed.computeIfPresent(to, (node, load) -> load.plus(loadOf(service, node)));
        }
        return changed;
    }

    Map<Integer, Load> loads() {
        return loads;
    }

    /** Returns the root mean square and the maximum of processor and memory load, each plus one. */
    double[] criteria(Map<Integer, Load> loads) {
        double cpuSquares = 0;
        double cpuMost = 0;
        double memorySquares = 0;
        double memoryMost = 0;
        for (var entry : loads.entrySet()) {
            Load has = state.capacity[entry.getKey()];
            double cpu = entry.getValue().cpu() / has.cpu();
            double memory = entry.getValue().memory() / has.memory();
            cpuSquares += cpu * cpu;
            cpuMost = Math.max(cpuMost, cpu);
            memorySquares += memory * memory;
            memoryMost = Math.max(memoryMost, memory);
        }
        int nodes = loads.size();
        return new double[] {
            1 + Math.sqrt(cpuSquares / nodes), 1 + cpuMost, 1 + Math.sqrt(memorySquares / nodes), 1 + memoryMost
        };
    }

    /** Returns the standard deviation of the nodes' loads as a share of their mean; 0 where nothing is loaded. */
    double imbalance(Map<Integer, Load> loads) {
        double sum = 0;
        double[] each = new double[loads.size()];
        int i = 0;
        for (var entry : loads.entrySet()) {
            Load has = state.capacity[entry.getKey()];
            each[i] = (entry.getValue().cpu() / has.cpu() + entry.getValue().memory() / has.memory()) / 2;
            sum += each[i];
            i++;
        }
        double mean = sum / each.length;
        if (!(mean > 0)) {
            return 0;
        }
        double squares = 0;
        for (double load : each) {
            squares += (load - mean) * (load - mean);
        }
        return Math.sqrt(squares / each.length) / mean;
    }
}
