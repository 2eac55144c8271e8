package org.rackdrill.live.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.cluster.ClusterStatus;
import org.rackdrill.live.cluster.CrmMon;
import org.rackdrill.live.cluster.Proxmox;
import org.rackdrill.live.cluster.Votes;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Cluster;

/** Clusters, as those of their members see them that can still decide. */
final class Clusters {
    private final Field field;
    private final Lookouts lookouts;

    /** Of each cluster, the member that had something to say the last time. */
    private final Map<String, String> spokesman = new ConcurrentHashMap<>();

    Clusters(Field field, Lookouts lookouts) {
        this.field = field;
        this.lookouts = lookouts;
    }

    /** Returns the view of a member that is in the part that decides, else of any that says something. */
    ClusterStatus status(Cluster cluster, Within within) {
        String verb = switch (cluster.manager()) {
            case PACEMAKER -> "crm-mon";
            case PROXMOX_HA -> "pve-status";
            case KEEPALIVED, NONE -> "";
        };
        if (verb.isEmpty()) {
            return ClusterStatus.UNREADABLE;
        }
        ClusterStatus best = ClusterStatus.UNREADABLE;
        for (List<String> some : turns(cluster)) {
            for (Map.Entry<String, Reply> reply : ask(some, verb, within).entrySet()) {
                ClusterStatus view = read(cluster, reply.getValue());
                if (view.quorate() == Truth.TRUE) {
                    spokesman.put(cluster.name(), reply.getKey());
                    return view;
                }
                best = view.readable() ? view : best;
            }
        }
        return best;
    }

    private Map<String, Reply> ask(List<String> members, String verb, Within within) {
        var time = members.size() == 1 ? within.half() : within.left();
        return lookouts.all(members, Within.patient(Request.of(verb), time), time);
    }

    private static ClusterStatus read(Cluster cluster, Reply reply) {
        if (!reply.done()) {
            return ClusterStatus.UNREADABLE;
        }
        if (cluster.manager() == Cluster.Manager.PACEMAKER) {
            return CrmMon.read(reply.body());
        }
        String[] parts = reply.body().split("\n", 2);
        return Proxmox.read(parts[0], parts.length > 1 ? parts[1] : "");
    }

    /** Returns whom to ask first, and whom when that does not help. */
    private List<List<String>> turns(Cluster cluster) {
        List<String> rest = new ArrayList<>(cluster.members());
        rest.retainAll(field.nodes());
        if (rest.isEmpty()) {
            return List.of();
        }
        String first = spokesman.getOrDefault(cluster.name(), rest.get(0));
        rest.remove(first);
        return rest.isEmpty() ? List.of(List.of(first)) : List.of(List.of(first), rest);
    }

    Observation quorate(Cluster cluster, Within within) {
        int silent = 0;
        int needed = cluster.members().size() / 2 + 1;
        Votes said = null;
        String why = "none of its members can be asked";
        for (List<String> some : turns(cluster)) {
            for (Map.Entry<String, Reply> reply : ask(some, "quorum", within).entrySet()) {
                Votes votes = Votes.read(reply.getValue().body());
                if (reply.getValue().done() && votes.quorate() == Truth.TRUE) {
                    spokesman.put(cluster.name(), reply.getKey());
                    return Seen.of(true, words(votes));
                } else if (reply.getValue().done() && votes.quorate() == Truth.FALSE) {
                    said = votes;
                    needed = votes.needed() > 0 ? votes.needed() : needed;
                } else {
                    silent++;
                    why = reply.getValue().done()
                            ? "what it says is not clear"
                            : reply.getValue().why();
                }
            }
        }
        // Those that cannot be heard may be enough among themselves.
        return said == null || silent >= needed ? Seen.unknown(why) : Seen.of(false, words(said));
    }

    private static String words(Votes votes) {
        return votes.total() + " of " + votes.expected() + " votes";
    }

    Observation redundant(Cluster cluster, Within within) {
        ClusterStatus status = status(cluster, within);
        if (!status.readable() || status.quorate() == Truth.UNKNOWN) {
            return Seen.unknown("no member says how the cluster is");
        }
        long online = cluster.members().stream()
                .filter(name -> status.member(name).filter(it -> it.online()).isPresent())
                .count();
        boolean whole =
                status.quorate() == Truth.TRUE && online == cluster.members().size();
        String value = online + " of " + cluster.members().size() + " members";
        if (whole && cluster.tieBreaker().isPresent()) {
            Observation votes = quorate(cluster, within);
            boolean full = votes.value()
                    .equals((cluster.members().size() + 1) + " of "
                            + (cluster.members().size() + 1) + " votes");
            return votes.truth() == Truth.UNKNOWN ? votes : Seen.of(full, votes.value());
        }
        return Seen.of(whole, value);
    }

    /** Returns the node that decides who runs what. */
    Optional<String> master(Cluster cluster, Within within) {
        return status(cluster, within).master();
    }
}
