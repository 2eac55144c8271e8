package org.rackdrill.chaos.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The names of a case's nodes and services; each has the number of its place in order. */
final class Names {
    private final List<String> nodes;
    private final List<String> services;
    private final Map<String, Integer> nodeNumbers = new HashMap<>();
    private final Map<String, Integer> serviceNumbers = new HashMap<>();

    Names(TreeSet<String> nodes, TreeSet<String> services) {
        this.nodes = new ArrayList<>(nodes);
        this.services = new ArrayList<>(services);
        this.nodes.forEach(node -> nodeNumbers.put(node, nodeNumbers.size()));
        this.services.forEach(service -> serviceNumbers.put(service, serviceNumbers.size()));
    }

    int nodes() {
        return nodes.size();
    }

    int services() {
        return services.size();
    }

    /** Returns the number of a node, or -1. */
    int node(String name) {
        return nodeNumbers.getOrDefault(name, -1);
    }

    /** Returns the number of a service, or -1. */
    int service(String name) {
        return serviceNumbers.getOrDefault(name, -1);
    }

    String nodeName(int node) {
        return node < 0 || node >= nodes.size() ? "-" : nodes.get(node);
    }

    String serviceName(int service) {
        return service < 0 || service >= services.size() ? "-" : services.get(service);
    }
}
