package org.rackdrill.live.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.cluster.ClusterStatus.Member;
import org.rackdrill.live.cluster.ClusterStatus.Resource;
import org.rackdrill.live.text.Tree;
import tools.jackson.databind.JsonNode;

/**
 * What Proxmox VE says in {@code /cluster/status} and {@code /cluster/ha/status/current}. Entries and keys that it does
 * not know are left out: there are more in every version.
 */
public final class Proxmox {
    private static final Set<String> RUNNING = Set.of("started");

    private Proxmox() {}

    /**
     * Returns how the cluster looks.
     *
     * @param cluster the answer of {@code pvesh get /cluster/status}
     * @param ha the answer of {@code pvesh get /cluster/ha/status/current}; empty when there is no HA
     */
    public static ClusterStatus read(String cluster, String ha) {
        JsonNode said = data(cluster);
        if (said == null) {
            return ClusterStatus.UNREADABLE;
        }
        List<Member> members = new ArrayList<>();
        Truth quorate = Truth.UNKNOWN;
        int nodes = -1;
        for (JsonNode entry : said) {
            if (Tree.word(entry, "type").equals("node")) {
                boolean online = yes(entry, "online") == Truth.TRUE;
                members.add(new Member(Tree.word(entry, "name"), online, online, false));
            } else if (Tree.word(entry, "type").equals("cluster")) {
                quorate = yes(entry, "quorate");
                nodes = entry.path("nodes").asInt(-1);
            }
        }
        if (quorate == Truth.TRUE && nodes != members.size()) {
            quorate = Truth.UNKNOWN;
        }
        return withHa(quorate, members, ha.isBlank() ? null : data(ha));
    }

    private static ClusterStatus withHa(Truth quorate, List<Member> members, @Nullable JsonNode ha) {
        Optional<String> master = Optional.empty();
        Truth fencing = Truth.UNKNOWN;
        List<Resource> resources = new ArrayList<>();
        if (ha == null) {
            return new ClusterStatus(quorate, master, fencing, members, resources);
        }
        Truth agreed = quorate;
        for (JsonNode entry : ha) {
            String node = Tree.word(entry, "node");
            switch (Tree.word(entry, "type")) {
                case "quorum" -> agreed = yes(entry, "quorate") == Truth.TRUE ? agreed : yes(entry, "quorate");
                case "master" ->
                    master = Optional.of(node)
                            .filter(name -> Tree.word(entry, "status").startsWith(name + " (active"));
                case "fencing" ->
                    fencing = Tree.word(entry, "armed-state").equals("armed") ? Truth.TRUE : Truth.UNKNOWN;
                case "lrm" -> slower(members, node, Tree.word(entry, "status"));
                case "service" -> resources.add(guest(entry, node));
                default -> {
                    // Newer versions say more.
                }
            }
        }
        return new ClusterStatus(agreed, master, fencing, members, resources);
    }

    private static Resource guest(JsonNode entry, String node) {
        String id = Tree.word(entry, "sid");
        String state = Tree.word(entry, "state");
        boolean active = RUNNING.contains(state);
        return new Resource(id, "", id, state, active, state.equals("error"), active ? List.of(node) : List.of());
    }

    /** A node whose local resource manager is silent or in maintenance is not ready to take anything over. */
    private static void slower(List<Member> members, String node, String status) {
        boolean calm = status.contains("(active") || status.contains("(idle");
        members.replaceAll(member -> member.name().equals(node) && !calm
                ? new Member(node, member.online(), false, status.contains("dead?"))
                : member);
    }

    private static Truth yes(JsonNode entry, String key) {
        return switch (Tree.word(entry, key)) {
            case "1", "true" -> Truth.TRUE;
            case "0", "false" -> Truth.FALSE;
            default -> Truth.UNKNOWN;
        };
    }

    /** Returns the list, whether it comes from the command or, in its envelope, from the network. */
    private static @Nullable JsonNode data(String output) {
        JsonNode said = Tree.read(output).orElse(null);
        JsonNode list = said != null && said.isObject() ? said.path("data") : said;
        return list != null && list.isArray() ? list : null;
    }
}
