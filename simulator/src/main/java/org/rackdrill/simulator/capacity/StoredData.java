package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.CephSection;
import org.rackdrill.simulator.compiled.Lifetimes;

/** What lies on a pool: data, copies of data that live elsewhere, what snapshots hold of both, system disks. */
final class StoredData {

    private static final double GIBIBYTE = 1L << 30;

    /** The system disk of a virtual machine, and of a container. Our estimate. */
    private static final double VM_DISK = 32 * GIBIBYTE;

    private static final double CONTAINER_DISK = 8 * GIBIBYTE;

    private final Lab lab;
    private final Unknowns unknowns;
    private final Drawn rewritten;

    StoredData(Lab lab, Unknowns unknowns) {
        this.lab = lab;
        this.unknowns = unknowns;
        Part transfers = lab.operations().transfers();
        rewritten = unknowns.number(
                "transfers",
                transfers,
                Trait.REWRITTEN,
                Lifetimes.meanHours(transfers.traits().value(Trait.REWRITTEN)));
    }

    /**
     * Returns what lies there.
     *
     * @param described the pool as the file describes it; null for a Ceph
     */
    List<Stored> on(PoolRef pool, @Nullable Pool described, double usable) {
        List<Stored> all = new ArrayList<>();
        for (Service service : lab.services()) {
            if (service.data().isPresent() && service.data().get().at().equals(pool)) {
                add(all, service.name(), "data", service, Kept.of(lab.snapshots()));
            }
        }
        for (Copy copy : lab.copies()) {
            if (copy.to().equals(pool)) {
                lab.service(copy.service())
                        .filter(service -> service.data().isPresent())
                        .ifPresent(
                                service -> add(all, service.name(), "copy", service, Kept.of(copy, lab.snapshots())));
            }
        }
        systems(pool, all);
        return described != null && described.used().origin().kind() == Origin.Kind.LAB_FILE
                ? said(described, usable, all)
                : all;
    }

    private void add(List<Stored> all, String name, String kind, Service service, Kept kept) {
        Service.Data data = service.data().orElseThrow();
        Drawn bytes = unknowns.certain(data.size().count());
        Drawn growth = growth(service.name(), data);
        all.add(new Stored(name, kind, bytes, growth));
        Drawn held = rewritten.map(kept::share);
        all.add(new Stored("snapshots of " + name, "snapshots", bytes.times(held), growth.times(held)));
    }

    private Drawn growth(String name, Service.Data data) {
        return unknowns.setting(
                name + " growth", data.growth(), data.growthPerYear().count());
    }

    /** System disks live in the first pool of each node that they can start on, or in the pool that the file names. */
    private void systems(PoolRef pool, List<Stored> all) {
        double bytes = 0;
        for (Service service : lab.services()) {
            double disk = service.kind() == Service.Kind.VM
                    ? VM_DISK
                    : service.kind() == Service.Kind.CONTAINER ? CONTAINER_DISK : 0;
            if (service.storage() instanceof Service.Storage.Shared shared) {
                bytes += shared.at().equals(pool) ? disk * service.on().size() : 0;
                continue;
            }
            List<String> nodes = new ArrayList<>(service.on());
            if (service.storage() instanceof Service.Storage.Replicated replicated) {
                nodes.addAll(replicated.to());
            }
            bytes += disk * nodes.stream().filter(node -> isFirst(pool, node)).count();
        }
        all.add(new Stored("system disks", "systems", unknowns.certain(bytes), unknowns.certain(0)));
    }

    private boolean isFirst(PoolRef pool, String name) {
        return pool.node().equals(name)
                && lab.node(name)
                        .flatMap(this::first)
                        .filter(first -> first.name().equals(pool.pool()))
                        .isPresent();
    }

    private java.util.Optional<Pool> first(Node node) {
        return node.pools().stream()
                .filter(pool -> !CephSection.takes(lab, node, pool))
                .findFirst();
    }

    /** Whoever writes how full a pool is has looked: what data do not explain are snapshots and other things. */
    private List<Stored> said(Pool pool, double usable, List<Stored> all) {
        Drawn whole = unknowns.setting(
                pool.name() + " used", pool.used(), pool.used().value().fraction() * usable);
        Drawn known = unknowns.certain(0);
        Drawn growth = unknowns.certain(0);
        List<Stored> named = new ArrayList<>();
        for (Stored one : all) {
            boolean guessed = one.kind().equals("snapshots");
            known = guessed ? known : known.plus(one.bytes());
            growth = guessed ? growth.plus(one.perYear()) : growth;
            if (!guessed) {
                named.add(one);
            }
        }
        Drawn more = whole.with(known, (is, part) -> Math.max(0, is - part));
        named.add(new Stored("snapshots and everything else", "other", more, growth));
        return named;
    }
}
