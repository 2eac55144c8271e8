package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.model.lab.Group;
import org.rackdrill.model.lab.Service;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles services and groups into gates over the guests and things that they need. */
final class ServiceSection {

    final List<ServicePlan> services = new ArrayList<>();
    final List<AudiencePlan> audiences = new ArrayList<>();

    private final Draft draft;
    private final GuestSection guests;
    private final SlowSection slow;
    private final Map<String, Group> groups = new HashMap<>();
    private final Set<String> serviceNames = new HashSet<>();
    private final Set<String> underWay = new HashSet<>();

    ServiceSection(Draft draft, GuestSection guests, SlowSection slow) {
        this.draft = draft;
        this.guests = guests;
        this.slow = slow;
        draft.lab.groups().forEach(group -> groups.put(group.name(), group));
        draft.lab.services().forEach(service -> serviceNames.add(service.name()));
    }

    void compile() {
        for (Service service : draft.lab.services()) {
            int available = draft.structure.gate(seen(service, service.audience()));
            draft.structure.watch(available, Watch.SERVICE, services.size());
            // Components may age while people can use it, which the available point says.
            draft.points.put(service.name(), available);
            services.add(new ServicePlan(
                    service.name(),
                    available,
                    service.slo().value().fraction(),
                    service.used().map(Service.Hours::from).map(Hours::of).orElse(0.0),
                    service.used().map(Service.Hours::to).map(Hours::of).orElse(0.0)));
        }
    }

    /** Watches what each audience of a service sees by itself, where there are several. */
    void watchAudiences() {
        for (int i = 0; i < services.size(); i++) {
            Service service = draft.lab.services().get(i);
            if (service.guest().isEmpty() || service.audience().size() < 2) {
                continue;
            }
            for (Service.Audience audience : service.audience()) {
                int seen = draft.structure.gate(seen(service, Set.of(audience)));
                draft.structure.watch(seen, Watch.AUDIENCE, audiences.size());
                audiences.add(new AudiencePlan(i, audience));
            }
        }
    }

    private final Map<String, Integer> servingPoints = new HashMap<>();

    /** Returns the point that says whether something that others need is there. */
    private int needed(String name) {
        if (serviceNames.contains(name)) {
            return serving(name);
        }
        Group group = groups.get(name);
        return group == null ? draft.point(name) : group(group);
    }

    int serving(String name) {
        Integer known = servingPoints.get(name);
        if (known != null) {
            return known;
        }
        enter(name);
        Service service = draft.lab.service(name).orElseThrow();
        List<Integer> parts = needs(service);
        add(parts, service, guests.onNetwork(service.name()));
        if (parts.isEmpty()) {
            throw new Unanswerable("service " + name + " neither runs on a node nor needs anything");
        }
        int point = draft.structure.all(parts);
        underWay.remove(name);
        servingPoints.put(name, point);
        return point;
    }

    private List<Integer> needs(Service service) {
        List<Integer> points = new ArrayList<>();
        for (String need : service.needs()) {
            points.add(needed(need));
        }
        if (service.data().isPresent()) {
            points.add(draft.dataPoint(service.name()));
        }
        return points;
    }

    private List<Integer> seen(Service service, Set<Service.Audience> people) {
        List<Integer> parts = needs(service);
        add(parts, service, guests.seenBy(service, people));
        // Whoever needs it goes on with less: only its own people have said how long they wait.
        parts.addAll(slow.of(service.name()));
        Integer air = draft.points.get(Draft.HOME_ON_AIR);
        if (air != null
                && service.guest().isEmpty()
                && people.contains(Service.Audience.HOME)
                && overNetwork(service)) {
            parts.add(air);
        }
        return parts;
    }

    /** Returns whether a service that runs nowhere is about the network itself, such as the internet access. */
    private boolean overNetwork(Service service) {
        return draft.lab.network().stream().anyMatch(link -> service.needs().contains(link.name()));
    }

    /** Adds what the guests must bring: all of it when every guest must run, else a gate over the guests. */
    private void add(List<Integer> parts, Service service, List<List<Integer>> guestParts) {
        if (service.required() == guestParts.size()) {
            guestParts.forEach(parts::addAll);
        } else if (service.required() > 0) {
            parts.add(draft.structure.atLeast(
                    service.required(),
                    guestParts.stream().map(draft.structure::all).toList()));
        }
    }

    private int group(Group group) {
        Integer known = draft.points.get(group.name());
        if (known != null) {
            return known;
        }
        enter(group.name());
        int point = draft.structure.atLeast(
                group.needs(), group.of().stream().map(this::needed).toList());
        underWay.remove(group.name());
        draft.points.put(group.name(), point);
        return point;
    }

    private void enter(String name) {
        if (!underWay.add(name)) {
            throw new Unanswerable(name + " needs itself, by way of what it needs");
        }
    }
}
