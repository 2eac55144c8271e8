package org.rackdrill.simulator.ha;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.ha.Rule.NodeAffinity;
import org.rackdrill.simulator.ha.Rule.ServiceAffinity;

/** The rules that can hold together, worked out for each service. Contradictory ones are left out, all of them. */
final class Rulebook {
    static final Rulebook EMPTY = new Rulebook();

    private final Map<Integer, NodeAffinity> nodes = new TreeMap<>();
    private final Map<Integer, TreeSet<Integer>> together = new TreeMap<>();
    private final Map<Integer, TreeSet<Integer>> apart = new TreeMap<>();

    private Rulebook() {}

    static Rulebook of(HaState state) {
        List<Rule> all = new ArrayList<>(state.rules);
        all.addAll(GroupMigration.asRules(state));
        List<NodeAffinity> nodeRules = new ArrayList<>();
        List<ServiceAffinity> bonds = new ArrayList<>();
        for (Rule rule : all) {
            if (rule instanceof NodeAffinity node) {
                nodeRules.add(node);
            } else if (rule instanceof ServiceAffinity bond && plausible(bond, state.nodes)) {
                bonds.add(bond);
            }
        }
        dropAmbiguous(nodeRules);
        dropOpposed(bonds);
        dropTornApart(nodeRules, bonds);
        Rulebook book = new Rulebook();
        book.bind(bonds);
        nodeRules.forEach(book::settle);
        return book;
    }

    private static boolean plausible(ServiceAffinity bond, int nodes) {
        int size = bond.services().size();
        return size >= 2 && (bond.together() || size <= nodes);
    }

    /** A service in two node affinities obeys neither. */
    private static void dropAmbiguous(List<NodeAffinity> rules) {
        Set<NodeAffinity> bad = new HashSet<>();
        for (int i = 0; i < rules.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (shared(rules.get(i), rules.get(j)) > 0) {
                    bad.add(rules.get(i));
                    bad.add(rules.get(j));
                }
            }
        }
        rules.removeAll(bad);
    }

    /** Two services cannot be both together and apart. */
    private static void dropOpposed(List<ServiceAffinity> bonds) {
        Set<ServiceAffinity> bad = new HashSet<>();
        for (ServiceAffinity one : bonds) {
            for (ServiceAffinity other : bonds) {
                if (one.together() != other.together() && shared(one, other) >= 2) {
                    bad.add(one);
                }
            }
        }
        bonds.removeAll(bad);
    }

    /** Services that belong together cannot obey two node affinities, nor can more be apart than there are places. */
    private static void dropTornApart(List<NodeAffinity> nodeRules, List<ServiceAffinity> bonds) {
        Set<Rule> bad = new HashSet<>();
        for (ServiceAffinity bond : bonds) {
            List<NodeAffinity> touched =
                    nodeRules.stream().filter(rule -> shared(rule, bond) > 0).toList();
            if (bond.together()) {
                if (touched.size() > 1) {
                    bad.add(bond);
                    bad.addAll(touched);
                }
                continue;
            }
            Set<Integer> places = new HashSet<>();
            int confined = 0;
            for (NodeAffinity rule : touched) {
                places.addAll(rule.priorities().keySet());
                confined += shared(rule, bond);
            }
            if (confined > places.size()) {
                bad.add(bond);
                bad.addAll(touched);
            }
        }
        nodeRules.removeIf(bad::contains);
        bonds.removeIf(bad::contains);
    }

    private static int shared(Rule one, Rule other) {
        Set<Integer> both = new HashSet<>(one.services());
        both.retainAll(other.services());
        return both.size();
    }

    private void bind(List<ServiceAffinity> bonds) {
        List<TreeSet<Integer>> bundles = new ArrayList<>();
        for (ServiceAffinity bond : bonds) {
            if (bond.together()) {
                TreeSet<Integer> bundle = new TreeSet<>(bond.services());
                List<TreeSet<Integer>> overlapping = bundles.stream()
                        .filter(other -> other.stream().anyMatch(bundle::contains))
                        .toList();
                bundles.removeAll(overlapping);
                overlapping.forEach(bundle::addAll);
                bundles.add(bundle);
            }
        }
        bundles.forEach(bundle -> bundle.forEach(service -> together.put(service, bundle)));
        for (ServiceAffinity bond : bonds) {
            if (!bond.together()) {
                for (int one : bond.services()) {
                    for (int other : bond.services()) {
                        keepApart(one, other);
                    }
                }
            }
        }
    }

    /** Whoever belongs to one of the two keeps away from the other as well. */
    private void keepApart(int one, int other) {
        TreeSet<Integer> bundle = together.get(one);
        if (one == other || (bundle != null && bundle.contains(other))) {
            return;
        }
        for (int member : bundle == null ? Set.of(one) : bundle) {
            apart.computeIfAbsent(member, s -> new TreeSet<>()).add(other);
            apart.computeIfAbsent(other, s -> new TreeSet<>()).add(member);
        }
    }

    private void settle(NodeAffinity rule) {
        for (int service : rule.services()) {
            TreeSet<Integer> bundle = together.get(service);
            for (int member : bundle == null ? Set.of(service) : bundle) {
                nodes.put(member, rule);
            }
        }
    }

    @Nullable
    NodeAffinity nodes(int service) {
        return nodes.get(service);
    }

    /** Returns the services that share a node with this one, without it. */
    Set<Integer> together(int service) {
        TreeSet<Integer> bundle = together.get(service);
        if (bundle == null) {
            return Set.of();
        }
        TreeSet<Integer> others = new TreeSet<>(bundle);
        others.remove(service);
        return others;
    }

    /** Returns the services that never share a node with this one. */
    Set<Integer> apart(int service) {
        TreeSet<Integer> others = apart.get(service);
        return others == null ? Set.of() : others;
    }
}
