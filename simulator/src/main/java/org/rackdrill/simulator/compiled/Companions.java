package org.rackdrill.simulator.compiled;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;

/** Which data belong together, whoever of them says so, and whether snapshots catch them at the same moment. */
final class Companions {

    private final Lab lab;
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<Boolean> torn = new ArrayList<>();

    Companions(Lab lab) {
        this.lab = lab;
        Map<String, List<String>> friends = new HashMap<>();
        for (Service service : lab.services()) {
            for (String other : service.data().map(Service.Data::with).orElse(List.of())) {
                friends.computeIfAbsent(service.name(), key -> new ArrayList<>())
                        .add(other);
                friends.computeIfAbsent(other, key -> new ArrayList<>()).add(service.name());
            }
        }
        for (Service service : lab.services()) {
            if (service.data().isPresent() && !groups.containsKey(service.name())) {
                List<String> members = gather(service.name(), friends);
                torn.add(isTorn(members));
            }
        }
    }

    int group(String service) {
        return groups.getOrDefault(service, -1);
    }

    boolean torn(String service) {
        return torn.get(group(service));
    }

    private List<String> gather(String first, Map<String, List<String>> friends) {
        List<String> members = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            String name = open.remove();
            if (groups.putIfAbsent(name, torn.size()) == null) {
                members.add(name);
                open.addAll(friends.getOrDefault(name, List.of()));
            }
        }
        return members;
    }

    private boolean isTorn(List<String> members) {
        String first = members.get(0);
        return members.stream().anyMatch(other -> !other.equals(first) && apart(first, other));
    }

    private boolean apart(String one, String other) {
        List<Copy> ours = copies(one);
        List<Copy> theirs = copies(other);
        return !lab.service(one)
                        .flatMap(Service::data)
                        .map(Service.Data::at)
                        .equals(lab.service(other).flatMap(Service::data).map(Service.Data::at))
                || ours.size() != theirs.size()
                || !ours.stream().allMatch(copy -> theirs.stream().anyMatch(it -> Versions.atOnce(copy, it)));
    }

    private List<Copy> copies(String service) {
        return lab.copies().stream()
                .filter(copy -> copy.service().equals(service))
                .toList();
    }
}
