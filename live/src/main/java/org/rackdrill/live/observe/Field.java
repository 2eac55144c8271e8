package org.rackdrill.live.observe;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Reach;
import org.rackdrill.model.lab.Service;

/** What the lab file says about where real things are. */
record Field(Lab lab) {
    /** Returns how to reach a thing, by its text as a target. */
    Reach reach(String text) {
        return lab.reach().getOrDefault(text, Reach.NONE);
    }

    /** Returns where others find a node. */
    Optional<Reach.Address> address(String node) {
        return reach(node).address();
    }

    /** Returns the nodes that can be asked, in the order of the lab file. */
    List<String> nodes() {
        return lab.nodes().stream()
                .map(Node::name)
                .filter(node -> reach(node).ssh().isPresent())
                .toList();
    }

    /** Returns the other nodes at the site of a node that can be asked. */
    List<String> neighbours(String node) {
        String site = lab.node(node).map(Node::site).orElse("");
        return nodesAt(site).stream().filter(other -> !other.equals(node)).toList();
    }

    /** Returns the nodes at a site that can be asked. */
    List<String> nodesAt(String site) {
        return nodes().stream()
                .filter(node ->
                        lab.node(node).filter(it -> it.site().equals(site)).isPresent())
                .toList();
    }

    /** Returns the first site, whose people are the home audience. */
    String home() {
        return lab.sites().isEmpty() ? "" : lab.sites().get(0).name();
    }

    /** Returns where a service can run: its own nodes, and where a copy of its data could be made the original. */
    List<String> candidates(Service service) {
        Set<String> nodes = new LinkedHashSet<>(service.on());
        copies(service.name()).forEach(copy -> nodes.add(copy.to().node()));
        return nodes.stream().filter(nodes()::contains).toList();
    }

    /** Returns the further copies of a service's data. */
    List<Copy> copies(String service) {
        return lab.copies().stream()
                .filter(copy -> copy.service().equals(service))
                .toList();
    }

    /** Returns the pool and dataset of a service's data. */
    Optional<Place> original(String service) {
        return lab.service(service)
                .flatMap(Service::data)
                .flatMap(data -> reach(service).dataset().map(dataset -> new Place(data.at(), dataset)));
    }

    /** Returns the pool and dataset of a copy. */
    Optional<Place> place(Target.Copy copy) {
        return reach(copy.text()).dataset().map(dataset -> new Place(copy.at(), dataset));
    }

    /** A dataset on a pool of a node. */
    record Place(PoolRef pool, String dataset) {}
}
