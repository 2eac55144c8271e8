package org.rackdrill.simulator.capacity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;

/**
 * A network of which one part is gone, with what it feeds: who still reaches whom, by the rules of the simulator. Living
 * boxes form islands, joined by living tunnels; sites without a tunnel of their own meet on the open internet.
 */
final class Severed {

    private final Lab lab;
    private final Map<String, Node> nodes;
    private final String gone;
    private final Map<String, Link.Box> boxes = new HashMap<>();
    private final Set<String> routersWithAccess = new HashSet<>();
    private final Set<String> routersOnline = new HashSet<>();
    private final Set<Set<String>> tunnelledSites = new HashSet<>();

    /** The next box on the way to the one that an island is named after. */
    private final Map<String, String> towards = new HashMap<>();

    private final Set<String> islandsOnline = new HashSet<>();

    /**
     * Takes a part away.
     *
     * @param nodes of the lab, by name
     * @param gone the name of a box, an internet access or a tunnel; empty for none
     */
    Severed(Lab lab, Map<String, Node> nodes, String gone) {
        this.lab = lab;
        this.nodes = nodes;
        this.gone = gone;
        all(Link.Box.class).forEach(box -> boxes.put(box.name(), box));
        for (Link.Wan wan : all(Link.Wan.class)) {
            routersWithAccess.add(wan.uplinkOf());
            if (!wan.name().equals(gone) && isFed(wan.poweredBy()) && lives(wan.uplinkOf())) {
                routersOnline.add(wan.uplinkOf());
            }
        }
        for (Link.Box box : boxes.values()) {
            box.uplinks().forEach(uplink -> join(box.name(), uplink));
        }
        for (Link.Vpn tunnel : all(Link.Vpn.class)) {
            Set<String> sites = new HashSet<>();
            tunnel.between().forEach(router -> box(router).ifPresent(box -> sites.add(box.site())));
            tunnelledSites.add(sites);
            if (!tunnel.name().equals(gone) && tunnel.between().stream().allMatch(this::carriesTunnel)) {
                join(tunnel.between().get(0), tunnel.between().get(1));
            }
        }
        routersOnline.forEach(router -> islandsOnline.add(island(router)));
    }

    private <L extends Link> List<L> all(Class<L> type) {
        return lab.network().stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Returns whether two nodes reach each other. */
    boolean connects(String from, String to) {
        Optional<String> here = islandOf(from);
        Optional<String> there = islandOf(to);
        return here.isPresent()
                && there.isPresent()
                && (here.equals(there)
                        || (meetOnInternet(site(from), site(to))
                                && islandsOnline.contains(here.get())
                                && islandsOnline.contains(there.get())));
    }

    private boolean meetOnInternet(String one, String other) {
        return !one.equals(other) && !tunnelledSites.contains(Set.of(one, other));
    }

    private Optional<String> islandOf(String node) {
        return node(node).stream()
                .flatMap(it -> it.networks().stream())
                .filter(this::lives)
                .findFirst()
                .map(this::island);
    }

    private String site(String node) {
        return node(node).map(Node::site).orElse("");
    }

    private Optional<Node> node(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    /** A router without an internet access of its own hangs on somebody else's. */
    private boolean carriesTunnel(String router) {
        return routersOnline.contains(router) || (!routersWithAccess.contains(router) && lives(router));
    }

    private boolean lives(String name) {
        return !name.equals(gone)
                && box(name).map(box -> isFed(box.poweredBy())).orElse(true);
    }

    private boolean isFed(List<String> poweredBy) {
        return poweredBy.isEmpty() || poweredBy.stream().anyMatch(this::lives);
    }

    private Optional<Link.Box> box(String name) {
        return Optional.ofNullable(boxes.get(name));
    }

    private void join(String one, String other) {
        if (lives(one) && lives(other)) {
            towards.put(island(one), island(other));
        }
    }

    private String island(String box) {
        String at = box;
        String next = towards.getOrDefault(at, at);
        while (!next.equals(at)) {
            towards.put(at, towards.getOrDefault(next, next));
            at = next;
            next = towards.getOrDefault(at, at);
        }
        return at;
    }
}
