package org.rackdrill.model.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.quantity.Share;

/**
 * A described lab. Lists keep the order of the file; names are unique over all sections together, and every reference
 * names something that exists: the reader has checked it.
 *
 * @param sites the first is home
 * @param crews how many repairs at a time each crew can do
 * @param labels names that stand for several things of the lab, so that they can be meant together
 * @param reach how to reach real things, by their text as targets: {@code node1}, {@code db}, {@code db at node2/tank}
 */
public record Lab(
        String name,
        Share slo,
        List<Region> regions,
        List<Site> sites,
        List<Ups> ups,
        List<Link> network,
        List<Node> nodes,
        List<Cluster> clusters,
        List<Service> services,
        List<Copy> copies,
        Snapshots snapshots,
        Operations operations,
        List<Hazard> hazards,
        List<Component> components,
        List<CommonCause> commonCauses,
        Map<String, Integer> crews,
        List<Group> groups,
        Map<String, List<String>> labels,
        Study study,
        Map<String, Reach> reach) {

    public Lab {
        regions = List.copyOf(regions);
        sites = List.copyOf(sites);
        ups = List.copyOf(ups);
        network = List.copyOf(network);
        nodes = List.copyOf(nodes);
        clusters = List.copyOf(clusters);
        services = List.copyOf(services);
        copies = List.copyOf(copies);
        hazards = List.copyOf(hazards);
        components = List.copyOf(components);
        commonCauses = List.copyOf(commonCauses);
        crews = Collections.unmodifiableMap(new LinkedHashMap<>(crews));
        groups = List.copyOf(groups);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        reach = Collections.unmodifiableMap(new LinkedHashMap<>(reach));
    }

    /** Returns the same lab, run in another way. */
    public Lab with(Operations other) {
        return copy(other, reach);
    }

    /** Returns the same lab, whose things are reached elsewhere. */
    public Lab with(Map<String, Reach> elsewhere) {
        return copy(operations, elsewhere);
    }

    private Lab copy(Operations itsOperations, Map<String, Reach> itsReach) {
        return new Lab(
                name,
                slo,
                regions,
                sites,
                ups,
                network,
                nodes,
                clusters,
                services,
                copies,
                snapshots,
                itsOperations,
                hazards,
                components,
                commonCauses,
                crews,
                groups,
                labels,
                study,
                itsReach);
    }

    /** Returns the money in which it pays for electricity, and so for everything; none without a site. */
    public Optional<String> currency() {
        return sites.stream().findFirst().map(site -> site.electricity().value().currency());
    }

    /** Returns the node of that name. */
    public Optional<Node> node(String name) {
        return nodes.stream().filter(node -> node.name().equals(name)).findFirst();
    }

    /** Returns the service of that name. */
    public Optional<Service> service(String name) {
        return services.stream().filter(service -> service.name().equals(name)).findFirst();
    }

    /** Returns the cluster of that name. */
    public Optional<Cluster> cluster(String name) {
        return clusters.stream().filter(cluster -> cluster.name().equals(name)).findFirst();
    }
}
