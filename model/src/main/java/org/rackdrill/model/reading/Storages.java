package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service.Failover;
import org.rackdrill.model.lab.Service.Storage;
import org.rackdrill.model.reading.StorageForm.Spoken;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Finds out where a guest's system disk lives, and whether a failover has anything to start from. */
final class Storages {

    private static final double QUARTER_HOUR = 0.25;

    private final Desk desk;
    private final Notes notes;
    private final PoolRefs pools;

    Storages(Desk desk, PoolRefs pools) {
        this.desk = desk;
        this.notes = desk.notes();
        this.pools = pools;
    }

    /** Returns the storage of a service that runs on some nodes. */
    Storage of(Fields fields, Optional<Cluster> cluster, List<String> on) {
        Optional<Said<Spoken>> said = fields.said(ServiceKeys.STORAGE);
        if (said.isEmpty()) {
            return new Storage.Local();
        }
        Spoken spoken = said.get().value();
        if (spoken instanceof Spoken.Synced) {
            return others(said.get(), cluster, on)
                    .<Storage>map(to -> new Storage.Replicated(Forms.hoursOf(QUARTER_HOUR), to))
                    .orElse(new Storage.Local());
        } else if (spoken instanceof Spoken.Pvesr pvesr) {
            return others(said.get(), cluster, on)
                    .<Storage>map(all -> new Storage.Replicated(pvesr.every(), targets(pvesr, all)))
                    .orElse(new Storage.Local());
        } else if (spoken instanceof Spoken.Shared shared) {
            return pools.find(shared.pool()).<Storage>map(Storage.Shared::new).orElse(new Storage.Local());
        } else if (spoken instanceof Spoken.Ceph) {
            return ceph(said.get(), cluster);
        }
        return new Storage.Local();
    }

    private Storage ceph(Said<Spoken> said, Optional<Cluster> cluster) {
        if (cluster.isPresent() && cluster.get().ceph().isPresent()) {
            return new Storage.Shared(new PoolRef(cluster.get().name(), PoolRefs.CEPH));
        }
        String name = cluster.map(Cluster::name).orElse("its cluster");
        notes.error(said.place(), name + " has no Ceph", "Add `ceph: {size: 3, min-size: 2}` to the cluster.");
        return new Storage.Local();
    }

    private Optional<List<String>> others(Said<Spoken> said, Optional<Cluster> cluster, List<String> on) {
        if (cluster.isEmpty()) {
            notes.error(
                    said.place(),
                    "storage is replicated between the members of a cluster, and this service has none",
                    "Add `cluster: ...`, or list copies of its data under `copies`.");
            return Optional.empty();
        }
        List<String> others = cluster.get().members().stream()
                .filter(member -> on.size() > 1 || !on.contains(member))
                .toList();
        if (others.isEmpty()) {
            notes.error(said.place(), cluster.get().name() + " has no other member to replicate to", "Add a member.");
        }
        return Optional.of(others);
    }

    private List<String> targets(Spoken.Pvesr pvesr, List<String> others) {
        List<String> targets = new ArrayList<>();
        for (Said<String> to : pvesr.to()) {
            Optional<String> node = desk.reference(to, Set.of(Sort.NODE));
            if (node.isPresent() && !others.contains(node.get())) {
                notes.error(
                        to.place(),
                        "`" + node.get() + "` is not another member of its cluster",
                        others.isEmpty() ? "Add a member." : "Choose one of " + String.join(", ", others) + ".");
            }
            node.ifPresent(targets::add);
        }
        return pvesr.to().isEmpty() ? others : targets;
    }

    /** Notes a failover that cannot work. */
    void checkFailover(Fields fields, Failover failover, Optional<Cluster> cluster, Storage storage, List<String> on) {
        if (failover != Failover.AUTOMATIC) {
            return;
        }
        if (cluster.isEmpty()) {
            notes.error(
                    fields.placeOf(ServiceKeys.FAILOVER),
                    "automatic failover is a cluster's work, and this service has none",
                    "Add `cluster: ...`, or write `failover: manual`.");
        } else if (cluster.get().manager() == Cluster.Manager.NONE) {
            notes.error(
                    fields.placeOf(ServiceKeys.FAILOVER),
                    "automatic failover needs a manager, and " + cluster.get().name() + " has none",
                    "Write `manager: proxmox-ha` in the cluster, or `failover: manual`.");
        } else if (storage instanceof Storage.Local) {
            nothingToStartFrom(fields);
        } else if (storage instanceof Storage.Shared shared
                && on.contains(shared.at().node())) {
            notes.warning(
                    fields.placeOf(ServiceKeys.STORAGE),
                    "the shared storage is served by " + shared.at().node() + ", the node that failover should survive",
                    "Let another node serve it.");
        }
    }

    private void nothingToStartFrom(Fields fields) {
        String what = "automatic failover with nothing to start from: ha-manager starts a guest elsewhere only from"
                + " storage that is there, and cannot use syncoid copies";
        String fix = "Write `storage: synced` (pvesr), `storage: ceph` or `storage: {shared: node/pool}`.";
        if (fields.get(ServiceKeys.STORAGE).isPresent()
                && fields.get(ServiceKeys.STORAGE).get() instanceof Spoken.Local) {
            notes.warning(fields.placeOf(ServiceKeys.FAILOVER), what, fix);
        } else if (!fields.has(ServiceKeys.STORAGE)) {
            notes.error(fields.placeOf(ServiceKeys.FAILOVER), what, fix);
        }
    }

    /** Returns storage as people write it. */
    static String text(Storage storage) {
        if (storage instanceof Storage.Replicated replicated) {
            return "pvesr every " + Desk.time(replicated.every()) + " to " + Desk.list(replicated.to());
        }
        return storage instanceof Storage.Shared shared ? "shared " + shared.at() : "local";
    }
}
