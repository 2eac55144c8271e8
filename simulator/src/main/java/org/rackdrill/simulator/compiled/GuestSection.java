package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Service.Storage;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;

/** Compiles the guests of services: where they can run, from which storage, and who reaches them. */
final class GuestSection {

    final List<GuestPlan> guests = new ArrayList<>();

    private final Draft draft;
    private final StorageSection storage;
    private final ClusterSection clusters;
    private final Map<String, Integer> nodes;
    private final Map<String, List<Integer>> ofService = new HashMap<>();

    /** The services that have a guest on a node, and the copies of each service. */
    private final Map<String, List<Service>> onNode = new HashMap<>();

    private final Map<String, List<Copy>> copiesOf = new HashMap<>();

    /** What all guests without data share: no pool on any node. */
    private final int[] noPools;

    GuestSection(Draft draft, StorageSection storage, ClusterSection clusters, Map<String, Integer> nodes) {
        this.draft = draft;
        this.storage = storage;
        this.clusters = clusters;
        this.nodes = nodes;
        noPools = new int[draft.lab.nodes().size()];
        Arrays.fill(noPools, -1);
        for (Service service : draft.lab.services()) {
            for (String node : service.guest().isPresent() ? service.on() : List.<String>of()) {
                onNode.computeIfAbsent(node, key -> new ArrayList<>()).add(service);
            }
        }
        for (Copy copy : draft.lab.copies()) {
            copiesOf.computeIfAbsent(copy.service(), key -> new ArrayList<>()).add(copy);
        }
    }

    private List<Copy> copies(Service service) {
        return copiesOf.getOrDefault(service.name(), List.of());
    }

    void compile() {
        for (int i = 0; i < draft.lab.services().size(); i++) {
            Service service = draft.lab.services().get(i);
            if (service.guest().isEmpty()) {
                continue;
            }
            for (String home : service.on()) {
                guest(i, service, service.guest().get(), home, service.on().size() > 1);
            }
        }
    }

    /** Returns the numbers of a service's guests. */
    int[] of(String service) {
        return ofService.getOrDefault(service, List.of()).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Returns for each guest of a service what others need of it: that it runs and its node is on its network. */
    List<List<Integer>> onNetwork(String service) {
        return ofService.getOrDefault(service, List.of()).stream()
                .map(guests::get)
                .map(guest -> List.of(guest.run(), guest.lan()))
                .toList();
    }

    /** Returns for each guest of a service what some people need of it: that it runs and that all of them reach it. */
    List<List<Integer>> seenBy(Service service, Set<Service.Audience> people) {
        List<List<Integer>> points = new ArrayList<>();
        for (int number : ofService.getOrDefault(service.name(), List.of())) {
            GuestPlan guest = guests.get(number);
            List<Integer> parts = new ArrayList<>(List.of(guest.run()));
            for (Service.Audience audience : Service.Audience.values()) {
                if (people.contains(audience)) {
                    parts.add(
                            switch (audience) {
                                case HOME -> guest.atHome();
                                case WIRED -> guest.wired();
                                case REMOTE -> guest.remote();
                            });
                }
            }
            points.add(parts);
        }
        return points;
    }

    private void guest(int serviceNumber, Service service, Part part, String home, boolean oneOfMany) {
        int number = guests.size();
        ofService.computeIfAbsent(service.name(), key -> new ArrayList<>()).add(number);
        String name = oneOfMany ? service.name() + " on " + home : service.name();
        int homeNode = nodes.getOrDefault(home, 0);
        int site = draft.site(draft.lab.nodes().get(homeNode).site());
        int cluster = service.cluster()
                .map(it -> clusters.numbers.getOrDefault(it, -1))
                .orElse(-1);
        int software = draft.life(
                "operator at the keyboard", draft.lab.operations().operator().software());
        int crash = draft.cause(service.name(), CauseKind.CRASH, "crashes of " + service.name(), 'S');
        draft.crash(
                Owner.GUEST,
                number,
                name,
                part,
                crash,
                draft.life(Behaviour.GUEST_CRASHES, name, part, Trait.CRASHES),
                site,
                software);
        int stranded = draft.mode(new Mode(
                Owner.STRANDED,
                number,
                draft.cause(service.name(), CauseKind.NO_REPLICA, service.name() + " with nothing to start from", 'S'),
                draft.stream(name + " stranded"),
                Lifetimes.NEVER,
                Repair.atKeyboard(software, site)));
        int move = draft.mode(new Mode(
                Owner.MOVE,
                number,
                crash,
                draft.stream(name + " move"),
                Lifetimes.NEVER,
                Repair.atKeyboard(software, site)));
        guests.add(new GuestPlan(
                name,
                serviceNumber,
                homeNode,
                cluster,
                service.kind(),
                oneOfMany ? Service.Failover.NONE : service.failover(),
                oneOfMany ? new int[] {homeNode} : automatic(service, homeNode),
                oneOfMany ? new int[] {homeNode} : byHand(service, homeNode),
                dataPools(service, homeNode),
                sharedPool(service),
                cephCluster(service),
                service.storage() instanceof Storage.Replicated replicated ? Hours.of(replicated.every()) : 0,
                draft.stream(name + " pvesr"),
                !(service.storage() instanceof Storage.Shared),
                service.memory().count(),
                service.priority(),
                step(service, home),
                draft.stream(name + " start"),
                draft.duration(Behaviour.BOOT_TIMES, name, part, Trait.BOOT),
                draft.structure.leaf(),
                draft.structure.leaf(),
                draft.structure.leaf(),
                draft.structure.leaf(),
                draft.structure.leaf(),
                stranded,
                move));
    }

    /** Returns how many steps of the start order come before a service's on its node. */
    private int step(Service service, String home) {
        return (int) onNode.getOrDefault(home, List.of()).stream()
                .mapToInt(Service::order)
                .filter(order -> order < service.order())
                .distinct()
                .count();
    }

    /** Nodes on which the cluster finds something to start it from. */
    private int[] automatic(Service service, int home) {
        Set<Integer> found = new LinkedHashSet<>(List.of(home));
        if (service.failover() == Service.Failover.AUTOMATIC) {
            if (service.storage() instanceof Storage.Replicated replicated) {
                replicated.to().forEach(node -> found.add(nodes.getOrDefault(node, home)));
            } else if (service.storage() instanceof Storage.Shared) {
                members(service).forEach(node -> found.add(nodes.getOrDefault(node, home)));
            }
        }
        return array(found);
    }

    /** Nodes to which a person can move it: those that hold a copy of its data or its disk. */
    private int[] byHand(Service service, int home) {
        Set<Integer> found = new LinkedHashSet<>(List.of(home));
        if (service.failover() == Service.Failover.MANUAL && draft.has(Behaviour.MANUAL_FAILOVER)) {
            if (service.storage() instanceof Storage.Replicated replicated) {
                replicated.to().forEach(node -> found.add(nodes.getOrDefault(node, home)));
            } else if (service.storage() instanceof Storage.Shared) {
                members(service).forEach(node -> found.add(nodes.getOrDefault(node, home)));
            }
            for (Copy copy : copies(service)) {
                if (members(service).contains(copy.to().node())) {
                    found.add(nodes.getOrDefault(copy.to().node(), home));
                }
            }
        }
        return array(found);
    }

    private List<String> members(Service service) {
        return service.cluster()
                .flatMap(draft.lab::cluster)
                .map(Cluster::members)
                .orElse(List.of());
    }

    private int[] dataPools(Service service, int home) {
        if (service.data().isEmpty() && copies(service).isEmpty()) {
            return noPools;
        }
        int[] pools = new int[draft.lab.nodes().size()];
        int primary = service.data()
                .map(data -> storage.numbers.getOrDefault(data.at(), -1))
                .orElse(-1);
        Arrays.fill(pools, primary);
        for (Copy copy : copies(service)) {
            int node = nodes.getOrDefault(copy.to().node(), -1);
            if (node >= 0 && node != home) {
                pools[node] = storage.numbers.getOrDefault(copy.to(), primary);
            }
        }
        return pools;
    }

    private int sharedPool(Service service) {
        return service.storage() instanceof Storage.Shared shared ? storage.numbers.getOrDefault(shared.at(), -1) : -1;
    }

    private int cephCluster(Service service) {
        PoolRef at = service.storage() instanceof Storage.Shared shared
                ? shared.at()
                : service.data().map(Service.Data::at).orElse(new PoolRef("", ""));
        return clusters.numbers.getOrDefault(at.node(), -1);
    }

    private static int[] array(Set<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
