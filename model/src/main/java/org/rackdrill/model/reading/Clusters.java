package org.rackdrill.model.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Cluster.Fencing;
import org.rackdrill.model.lab.Cluster.Manager;
import org.rackdrill.model.lab.Cluster.ShutdownPolicy;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Makes clusters. */
final class Clusters {

    private static final int MOST_MEMBERS = 100;
    private static final Set<Sort> NODE = Set.of(Sort.NODE);

    private final Desk desk;
    private final Notes notes;
    private final Map<String, String> clusterOf = new HashMap<>();

    Clusters(Desk desk) {
        this.desk = desk;
        this.notes = desk.notes();
    }

    /** Returns the nodes that belong to a cluster that Proxmox manages, before anything is checked. */
    static Set<String> proxmoxMembers(List<Named<Fields>> clusters) {
        Set<String> members = new HashSet<>();
        for (Named<Fields> cluster : clusters) {
            if (cluster.value().get(ClusterKeys.MANAGER).orElse(Manager.PROXMOX_HA) == Manager.PROXMOX_HA) {
                cluster.value()
                        .get(ClusterKeys.MEMBERS)
                        .orElse(List.of())
                        .forEach(member -> members.add(member.value()));
            }
        }
        return members;
    }

    List<Cluster> read(List<Named<Fields>> clusters) {
        return clusters.stream().map(this::cluster).toList();
    }

    private Cluster cluster(Named<Fields> cluster) {
        String path = "clusters." + cluster.name();
        Fields fields = cluster.value();
        List<Said<String>> said = fields.get(ClusterKeys.MEMBERS).orElse(List.of());
        List<String> members = desk.references(said.subList(0, Math.min(MOST_MEMBERS, said.size())), NODE);
        said.forEach(member -> onlyHere(member, cluster.name()));
        desk.explain(path, fields, ClusterKeys.MEMBERS, Desk.list(members), "");
        Optional<String> tieBreaker = tieBreaker(path, fields, members);
        if (fields.has(ClusterKeys.MEMBERS)) {
            votes(fields, members, said.size(), tieBreaker.isPresent() || fields.has(ClusterKeys.TIE_BREAKER));
        }
        Manager manager =
                desk.value(path, fields, ClusterKeys.MANAGER, Manager.PROXMOX_HA, Forms::spelled, "the usual one");
        return new Cluster(
                cluster.name(),
                manager,
                members,
                tieBreaker,
                desk.value(
                        path,
                        fields,
                        ClusterKeys.SHUTDOWN_POLICY,
                        ShutdownPolicy.CONDITIONAL,
                        Forms::spelled,
                        "what Proxmox does"),
                fields.get(ClusterKeys.CEPH).map(ceph -> ceph(path + ".ceph", ceph, members.size())),
                pace(path, fields, manager, members.size()));
    }

    private Optional<Cluster.Pace> pace(String path, Fields fields, Manager manager, int members) {
        if (manager != Manager.PACEMAKER) {
            for (Key<?> key : ClusterKeys.PACE) {
                if (fields.has(key)) {
                    notes.warning(
                            fields.placeOf(key),
                            "`" + key.name() + "` is a time of Pacemaker, which does not manage this cluster",
                            "Leave it out.");
                }
            }
            return Optional.empty();
        }
        Fencing fencing =
                desk.value(path, fields, ClusterKeys.FENCING, Fencing.WATCHDOG, Forms::spelled, "what needs no device");
        return Optional.of(new Cluster.Pace(
                fencing,
                pace(path, fields, ClusterKeys.LOSS_NOTICED, Fallbacks.lossNoticed(members)),
                pace(path, fields, ClusterKeys.JOINS, Fallbacks.JOINS),
                pace(
                        path,
                        fields,
                        ClusterKeys.FENCES_IN,
                        fencing == Fencing.WATCHDOG ? Fallbacks.RESET_BY_WATCHDOG : Fallbacks.FENCED_BY_DEVICE),
                pace(path, fields, ClusterKeys.DECIDES_IN, Fallbacks.DECIDES_IN),
                pace(path, fields, ClusterKeys.WAITS_FOR_OTHERS, Fallbacks.WAITS_FOR_OTHERS),
                pace(path, fields, ClusterKeys.CRASH_NOTICED, Fallbacks.CRASH_NOTICED),
                desk.value(path, fields, ClusterKeys.STAYS, false, String::valueOf, "resource-stickiness is 0")));
    }

    private Setting<Life> pace(String path, Fields fields, Key<Setting<Life>> key, String fallback) {
        return desk.setting(path, fields, key, Fallbacks.life(fallback));
    }

    private void onlyHere(Said<String> member, String cluster) {
        String other = clusterOf.putIfAbsent(member.value(), cluster);
        if (other != null && !other.equals(cluster)) {
            notes.error(
                    member.place(),
                    "`" + member.value() + "` is a member of " + other + " already",
                    "A node belongs to one cluster.");
        }
    }

    private Optional<String> tieBreaker(String path, Fields fields, List<String> members) {
        Optional<Said<String>> said = fields.get(ClusterKeys.TIE_BREAKER);
        Optional<String> node = said.flatMap(name -> desk.reference(name, NODE));
        if (node.isPresent() && members.contains(node.get())) {
            notes.error(
                    said.orElseThrow().place(),
                    "the tie-breaker `" + node.get() + "` is a member itself",
                    "Let it run on a node that is no member, or leave it out.");
        }
        desk.explain(path, fields, ClusterKeys.TIE_BREAKER, node.orElse("none"), "the file names none");
        return node;
    }

    private void votes(Fields fields, List<String> members, int said, boolean tieBreaker) {
        if (said == 0) {
            notes.error(
                    fields.placeOf(ClusterKeys.MEMBERS),
                    "a cluster without members",
                    "Write `members: [node1, node2]`.");
        } else if (said > MOST_MEMBERS) {
            notes.error(
                    fields.placeOf(ClusterKeys.MEMBERS),
                    "a cluster of more than 100 members",
                    "Make several clusters.");
        } else if (said == 1) {
            notes.warning(
                    fields.placeOf(ClusterKeys.MEMBERS),
                    "a cluster of one node moves nothing anywhere",
                    "Add a member.");
        } else if (said == 2 && !tieBreaker) {
            notes.warning(
                    fields.placeOf(ClusterKeys.MEMBERS),
                    "two members without a tie-breaker: when one is lost, the other stops too",
                    "Add `tie-breaker: {runs-on: ...}` on a third machine.");
        } else if (members.size() % 2 == 1 && members.size() == said && tieBreaker) {
            notes.warning(
                    fields.placeOf(ClusterKeys.TIE_BREAKER),
                    "an odd number of members needs no tie-breaker, and gets more fragile by one",
                    "Leave it out.");
        }
    }

    private Cluster.Ceph ceph(String path, Fields ceph, int members) {
        int size =
                desk.value(path, ceph, ClusterKeys.CEPH_SIZE, Fallbacks.CEPH_SIZE, String::valueOf, "what Ceph does");
        int minSize = desk.value(
                path, ceph, ClusterKeys.CEPH_MIN_SIZE, Fallbacks.CEPH_MIN_SIZE, String::valueOf, "what Ceph does");
        if (size > members) {
            notes.error(
                    ceph.placeOf(ClusterKeys.CEPH_SIZE),
                    "ceph keeps " + size + " copies on " + members + " members",
                    "Each copy needs a member of its own: write `size: " + Math.max(1, members) + "`, or add members.");
        }
        if (minSize > size) {
            notes.error(
                    ceph.placeOf(ClusterKeys.CEPH_MIN_SIZE),
                    "ceph's min-size " + minSize + " is above its size " + size,
                    "Write `min-size: " + Math.max(Math.min(2, size), size - 1) + "`.");
        } else if (minSize == 1 && size > 1) {
            notes.warning(
                    ceph.placeOf(ClusterKeys.CEPH_MIN_SIZE),
                    "ceph with min-size 1 goes on writing to a single copy",
                    "Write `min-size: 2`.");
        }
        return new Cluster.Ceph(
                size,
                minSize,
                desk.setting(path, ceph, ClusterKeys.CEPH_RECOVERY, Fallbacks.life(Fallbacks.CEPH_RECOVERY)),
                desk.value(path, ceph, ClusterKeys.CEPH_POOL, Fallbacks.CEPH_POOL, text -> text, "the usual name"),
                desk.value(
                        path,
                        ceph,
                        ClusterKeys.CEPH_NETWORK,
                        new Bandwidth(Fallbacks.CEPH_NETWORK),
                        rate -> ValueText.BANDWIDTH.format().apply(rate),
                        "gigabit Ethernet"));
    }
}
