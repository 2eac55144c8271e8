package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Group;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;

/**
 * What starts by itself when everything was off: whatever finds all that it starts from, again and again until nothing
 * more starts. What is left waits for itself in circles.
 */
public final class ColdStart {

    /** Why something does not start: what it waits for, and how a person would say so. */
    private record Wait(String thing, String words) {}

    private final Lab lab;
    private final Map<String, Node> nodes = new HashMap<>();
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<String> started = new HashSet<>();
    private final Map<String, Wait> waits = new LinkedHashMap<>();

    /** Starts everything that can start. */
    public ColdStart(Lab lab) {
        this.lab = lab;
        lab.nodes().forEach(node -> nodes.put(node.name(), node));
        lab.services().forEach(service -> services.put(service.name(), service));
        lab.groups().forEach(group -> groups.put(group.name(), group));
        int before = -1;
        while (started.size() > before) {
            before = started.size();
            waits.clear();
            for (Node node : lab.nodes()) {
                node.pools().forEach(pool -> attempt(node.name() + "/" + pool.name(), opens(node, pool)));
            }
            for (Service service : lab.services()) {
                service.on().forEach(home -> attempt(guest(service, home), runs(service, home)));
                attempt(service.name(), serves(service));
            }
            for (Group group : lab.groups()) {
                attempt(group.name(), enough(group));
            }
        }
    }

    /** Returns whether a guest never starts by itself. */
    boolean stuck(Service service, String home) {
        return !started.contains(guest(service, home));
    }

    /** Returns the pools that other machines serve to a guest on a node. */
    static List<PoolRef> mounted(Service service, String node) {
        List<PoolRef> pools = new ArrayList<>();
        if (service.storage() instanceof Service.Storage.Shared shared) {
            pools.add(shared.at());
        }
        service.data().map(Service.Data::at).ifPresent(pools::add);
        return pools.stream().filter(at -> !at.node().equals(node)).distinct().toList();
    }

    /** Returns the programs that serve a pool to other machines: those on its node that keep data in it. */
    static List<Service> servers(Lab lab, PoolRef pool) {
        return lab.services().stream()
                .filter(it -> it.kind() == Service.Kind.APP && it.on().contains(pool.node()))
                .filter(it ->
                        it.data().map(Service.Data::at).filter(pool::equals).isPresent())
                .toList();
    }

    /** Returns a sentence for each circle, with the way around it. */
    public List<String> warnings() {
        Set<Set<String>> told = new HashSet<>();
        List<String> sentences = new ArrayList<>();
        for (String thing : waits.keySet()) {
            Map<String, String> circle = circle(thing);
            if (!circle.isEmpty() && told.add(circle.keySet())) {
                Set<String> words = new LinkedHashSet<>(circle.values());
                words.remove("");
                sentences.add("After a power cut none of this starts by itself: " + String.join(", ", words)
                        + ". Let one of them start without the others: a local disk, an address in /etc/hosts, a key on a"
                        + " stick, or a second one elsewhere.");
            }
        }
        return sentences;
    }

    /** Follows what waits for what until it comes back to itself; empty when something waits for a circle from outside. */
    private Map<String, String> circle(String from) {
        Map<String, String> way = new LinkedHashMap<>();
        Wait wait = waits.get(from);
        String at = from;
        while (wait != null && !way.containsKey(at)) {
            way.put(at, wait.words());
            at = wait.thing();
            wait = waits.get(at);
        }
        return at.equals(from) ? way : Map.of();
    }

    private void attempt(String thing, Optional<Wait> wait) {
        if (wait.isEmpty()) {
            started.add(thing);
        } else {
            waits.put(thing, wait.get());
        }
    }

    private static String guest(Service service, String home) {
        return service.name() + " on " + home;
    }

    private Optional<Wait> opens(Node node, Pool pool) {
        if (!pool.encrypted()
                || node.unlock() != Node.Unlock.NETWORK
                || node.keyServer().isEmpty()) {
            return Optional.empty();
        }
        String key = node.keyServer().get();
        String name = node.name() + "/" + pool.name();
        String words = name + " opens with the key of " + key;
        if (key.equals(node.name())) {
            return Optional.of(new Wait(name, words));
        }
        return services.containsKey(key) && !started.contains(key)
                ? Optional.of(new Wait(key, words))
                : Optional.empty();
    }

    /** One node on which it starts is enough. */
    private Optional<Wait> runs(Service service, String home) {
        Optional<Wait> first = Optional.empty();
        for (String node : hosts(service, home)) {
            Optional<Wait> wait = startsOn(service, node);
            if (wait.isEmpty()) {
                return wait;
            }
            first = first.isPresent() ? first : wait;
        }
        return first;
    }

    private Set<String> hosts(Service service, String home) {
        Set<String> hosts = new LinkedHashSet<>(List.of(home));
        if (service.failover() == Service.Failover.AUTOMATIC && service.on().size() == 1) {
            if (service.storage() instanceof Service.Storage.Replicated replicated) {
                hosts.addAll(replicated.to());
            } else if (service.storage() instanceof Service.Storage.Shared) {
                service.cluster().flatMap(lab::cluster).map(Cluster::members).ifPresent(hosts::addAll);
            }
        }
        return hosts;
    }

    private Optional<Wait> startsOn(Service service, String node) {
        for (PoolRef pool : own(service, node)) {
            if (waits(pool.toString())) {
                return Optional.of(new Wait(pool.toString(), service.name() + " starts from " + pool));
            }
        }
        for (PoolRef pool : mounted(service, node)) {
            if (waits(pool.toString())) {
                return Optional.of(new Wait(pool.toString(), guest(service, node) + " starts from " + pool));
            }
            for (Service server : servers(lab, pool)) {
                if (!server.equals(service) && !started.contains(server.name())) {
                    return Optional.of(new Wait(
                            server.name(),
                            guest(service, node) + " starts from " + pool + ", which " + server.name() + " serves"));
                }
            }
        }
        return Optional.empty();
    }

    /** Returns the pools of a guest's own node that hold its disk or data. */
    private List<PoolRef> own(Service service, String node) {
        List<PoolRef> pools = new ArrayList<>();
        if (!(service.storage() instanceof Service.Storage.Shared)) {
            Optional.ofNullable(nodes.get(node)).stream()
                    .flatMap(it -> it.pools().stream().limit(1))
                    .forEach(pool -> pools.add(new PoolRef(node, pool.name())));
        }
        service.data()
                .map(Service.Data::at)
                .filter(at -> at.node().equals(node))
                .ifPresent(pools::add);
        return pools;
    }

    private boolean waits(String pool) {
        return waits.containsKey(pool) && !started.contains(pool);
    }

    private Optional<Wait> serves(Service service) {
        for (String need : service.needs()) {
            if ((services.containsKey(need) || groups.containsKey(need)) && !started.contains(need)) {
                return Optional.of(new Wait(need, service.name() + " needs " + need));
            }
        }
        List<String> stuck = service.on().stream()
                .map(home -> guest(service, home))
                .filter(guest -> !started.contains(guest))
                .toList();
        boolean enough = service.on().size() - stuck.size() >= service.required();
        return enough ? Optional.empty() : Optional.of(new Wait(stuck.get(0), ""));
    }

    private Optional<Wait> enough(Group group) {
        List<String> stuck = group.of().stream()
                .filter(it -> (services.containsKey(it) || groups.containsKey(it)) && !started.contains(it))
                .toList();
        return group.of().size() - stuck.size() >= group.needs()
                ? Optional.empty()
                : Optional.of(new Wait(stuck.get(0), group.name() + " needs " + stuck.get(0)));
    }
}
