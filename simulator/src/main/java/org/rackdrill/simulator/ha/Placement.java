package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.Observation.View;
import org.rackdrill.simulator.ha.Rule.NodeAffinity;

/** Which node a service belongs to. */
final class Placement {
    /** Why a node is asked for. */
    enum Preference {
        /** The best node, wherever the service is. */
        BEST,
        /** Where the service is, unless it must leave. */
        STAY,
        /** Another than where its start has failed. */
        NEXT
    }

    private final HaState state;
    private final Rulebook rules;
    private final View view;
    /** Counted only when it matters, which for most services in most rounds it does not. */
    private @Nullable Usage counted;

    Placement(HaState state, Rulebook rules, View view) {
        this.state = state;
        this.rules = rules;
        this.view = view;
    }

    /** Returns the node for a service on the master's list, or -1 where there is none. */
    int select(int service, Preference preference) {
        ServiceStatus status = state.status.get(service);
        ServiceConfig config = state.configured.get(service);
        if (status == null || config == null) {
            return -1;
        }
        int current = status.node();
        TreeSet<Integer> nodes = preferred(service);
        if (nodes.isEmpty()) {
            return -1;
        }
        boolean stays = preference == Preference.STAY;
        if (stays && !goesBack(config) && allowed(service).containsKey(current) && affinityHolds(service, current)) {
            return current;
        }
        if (preference == Preference.NEXT) {
            status.failedNodes().forEach(nodes::remove);
        }
        leaveApart(service, nodes);
        joinTogether(service, nodes);
        if (nodes.contains(status.maintenanceNode())) {
            return status.maintenanceNode();
        }
        if (stays && nodes.contains(current)) {
            return current;
        }
        return best(service, nodes, preference == Preference.NEXT ? current : -1);
    }

    private boolean goesBack(ServiceConfig config) {
        Rule.Group group = GroupMigration.groupOf(state, config);
        return config.failback() && (group == null || group.failback());
    }

    private int best(int service, TreeSet<Integer> nodes, int after) {
        if (nodes.isEmpty()) {
            return -1;
        }
        Map<Integer, Double> scores = usage().scores(service);
        List<Integer> sorted = new ArrayList<>(nodes);
        sorted.sort(Comparator.comparing((Integer node) -> scores.getOrDefault(node, 0.0))
                .thenComparing(Comparator.naturalOrder()));
        int found = sorted.indexOf(after);
        return found >= 0 && found + 1 < sorted.size() ? sorted.get(found + 1) : sorted.get(0);
    }

    /** Returns the nodes that are online and allowed, with their priorities. */
    private Map<Integer, Integer> allowed(int service) {
        NodeAffinity rule = rules.nodes(service);
        Map<Integer, Integer> allowed = new TreeMap<>();
        for (int node : Usage.online(state)) {
            if (rule == null) {
                allowed.put(node, 0);
            } else if (rule.priorities().containsKey(node) || !rule.strict()) {
                allowed.put(node, rule.priorities().getOrDefault(node, -1));
            }
        }
        return allowed;
    }

    private TreeSet<Integer> preferred(int service) {
        Map<Integer, Integer> allowed = allowed(service);
        TreeSet<Integer> preferred = new TreeSet<>(allowed.keySet());
        if (!allowed.isEmpty()) {
            int highest = Collections.max(allowed.values());
            preferred.removeIf(node -> allowed.getOrDefault(node, highest) < highest);
        }
        return preferred;
    }

    private boolean affinityHolds(int service, int node) {
        TreeSet<Integer> nodes = new TreeSet<>(Usage.online(state));
        leaveApart(service, nodes);
        joinTogether(service, nodes);
        return nodes.contains(node);
    }

    private void leaveApart(int service, TreeSet<Integer> nodes) {
        for (int other : rules.apart(service)) {
            nodes.removeAll(usage().places(other));
        }
    }

    private void joinTogether(int service, TreeSet<Integer> nodes) {
        Map<Integer, Integer> partners = new HashMap<>();
        for (int other : rules.together(service)) {
            List<Integer> places = usage().places(other);
            if (!places.isEmpty()) {
                // Where it goes counts, not where it comes from.
                partners.merge(places.get(places.size() - 1), 1, Integer::sum);
            }
        }
        int most = -1;
        int count = 0;
        for (int node : nodes) {
            int here = partners.getOrDefault(node, 0);
            if (here > count) {
                most = node;
                count = here;
            }
        }
        if (most >= 0) {
            nodes.retainAll(List.of(most));
        }
    }

    /** Returns the nodes that all services of a bundle could be moved to for balance. */
    TreeSet<Integer> movableTo(List<Integer> bundle) {
        TreeSet<Integer> nodes = new TreeSet<>(Usage.online(state));
        for (int service : bundle) {
            nodes.retainAll(preferred(service));
            leaveApart(service, nodes);
        }
        return nodes;
    }

    Usage usage() {
        if (counted == null) {
            counted = Usage.of(state, view);
        }
        return counted;
    }
}
