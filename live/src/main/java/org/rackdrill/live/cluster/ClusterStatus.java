package org.rackdrill.live.cluster;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.check.Truth;

/**
 * How one member of a cluster sees all of it.
 *
 * @param quorate whether the part that this member is in may decide
 * @param master the node that decides who runs what; none when nobody does, or nobody says
 * @param fencing whether lost members are cut off before others take over what they ran
 */
public record ClusterStatus(
        Truth quorate, Optional<String> master, Truth fencing, List<Member> members, List<Resource> resources) {

    private static final String SYSTEMD = "systemd:";

    /** Nothing could be read. */
    public static final ClusterStatus UNREADABLE =
            new ClusterStatus(Truth.UNKNOWN, Optional.empty(), Truth.UNKNOWN, List.of(), List.of());

    public ClusterStatus {
        members = List.copyOf(members);
        resources = List.copyOf(resources);
    }

    /**
     * A node of the cluster.
     *
     * @param online whether it is a living member
     * @param ready whether it may run resources: neither in standby nor in maintenance nor still joining
     * @param lost whether it is gone without being known to be off
     */
    public record Member(String name, boolean online, boolean ready, boolean lost) {}

    /**
     * One run of something that the cluster keeps running.
     *
     * @param id its own name
     * @param agent who starts and stops it, such as {@code systemd:nginx}; empty when nobody says
     * @param group the group or clone that it is in; its own name when it is in none
     * @param state the manager's word, such as {@code Started}
     * @param active whether it is meant to run at this moment and does, as far as the cluster knows
     * @param failed whether the manager knows of a failure that is still there
     * @param on the nodes that it runs on
     */
    public record Resource(
            String id, String agent, String group, String state, boolean active, boolean failed, List<String> on) {
        public Resource {
            on = List.copyOf(on);
        }
    }

    /** Returns whether anything was read. */
    public boolean readable() {
        return !members.isEmpty();
    }

    /** Returns the member of that name. */
    public Optional<Member> member(String name) {
        return members.stream().filter(member -> member.name().equals(name)).findFirst();
    }

    /** Returns the parts of a resource, a group or a clone. */
    public List<Resource> parts(String name) {
        return resources.stream()
                .filter(part -> part.id().equals(name) || part.group().equals(name))
                .toList();
    }

    /** Returns the nodes on which any part of it runs, in the order of their names. */
    public Set<String> runsOn(String name) {
        Set<String> nodes = new TreeSet<>();
        parts(name).forEach(part -> nodes.addAll(part.on()));
        return nodes;
    }

    /** Returns whether every part of it runs; unknown when the cluster knows none of that name. */
    public Truth runs(String name) {
        List<Resource> parts = parts(name);
        if (parts.isEmpty()) {
            return Truth.UNKNOWN;
        }
        boolean all = parts.stream()
                .allMatch(part -> part.active() && !part.failed() && !part.on().isEmpty());
        return all ? Truth.TRUE : Truth.FALSE;
    }

    /** Returns the units of systemd that a resource or a group of that name is made of. */
    public Set<String> units(String name) {
        Set<String> units = new TreeSet<>();
        resources.stream()
                .filter(resource ->
                        resource.id().equals(name) || resource.group().equals(name))
                .map(Resource::agent)
                .filter(agent -> agent.startsWith(SYSTEMD))
                .forEach(agent -> units.add(agent.substring(SYSTEMD.length())));
        return units;
    }
}
