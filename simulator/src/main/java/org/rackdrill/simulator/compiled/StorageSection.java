package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles pools and their disks. */
final class StorageSection {

    /** Where nobody scrubs, people and backups come across a block in two years or so. Our estimate. */
    private static final double UNSCRUBBED_HOURS = 2 * Hours.PER_YEAR;

    final List<PoolPlan> pools = new ArrayList<>();
    final List<DiskPlan> disks = new ArrayList<>();
    final Map<PoolRef, Integer> numbers = new HashMap<>();

    private final Draft draft;
    private final int handsOn;

    StorageSection(Draft draft) {
        this.draft = draft;
        handsOn = draft.life(
                "operator hands-on", draft.lab.operations().operator().handsOn());
        for (int i = 0; i < draft.lab.nodes().size(); i++) {
            Node node = draft.lab.nodes().get(i);
            for (Pool pool : node.pools()) {
                pool(i, node, pool);
            }
        }
    }

    /** Returns the number of a node's first pool, or -1. */
    int first(Node node) {
        return node.pools().isEmpty()
                ? -1
                : numbers.getOrDefault(
                        new PoolRef(node.name(), node.pools().get(0).name()), -1);
    }

    private void pool(int nodeNumber, Node node, Pool pool) {
        int number = pools.size();
        String name = node.name() + "/" + pool.name();
        int site = draft.site(node.site());
        numbers.put(new PoolRef(node.name(), pool.name()), number);
        int up = draft.structure.leaf();
        draft.structure.watch(up, Watch.STORAGE, number);
        draft.points.put(name, up);
        int cause = draft.cause(name, CauseKind.DISKS, "disks of " + name, 'D');
        int count = pool.disks().size();
        int groups = pool.layout() == Pool.Layout.RAID10 ? Math.max(1, count / 2) : 1;
        int[] diskNumbers = new int[count];
        int[] diskGroups = new int[count];
        int[] latent = new int[count];
        for (int i = 0; i < count; i++) {
            Part disk = pool.disks().get(i);
            diskNumbers[i] = disks.size();
            diskGroups[i] = i % groups;
            latent[i] = draft.life(Behaviour.LATENT_ERRORS, name, disk, Trait.LATENT);
            disks.add(new DiskPlan(number, i, draft.ages.of(disk(name, disk, i, cause, site), pool.age())));
        }
        Part typical = pool.disks().get(0);
        double used = typical.traits().value(Trait.CAPACITY).count()
                * pool.used().value().fraction();
        double rate = typical.traits().value(Trait.REBUILD).bytesPerSecond();
        pools.add(new PoolPlan(
                name,
                nodeNumber,
                up,
                pool.layout().tolerance(count / groups + (count % groups == 0 ? 0 : 1)),
                groups,
                diskNumbers,
                diskGroups,
                pool.spares(),
                Hours.ofSeconds(used / rate),
                draft.parameter(name, typical, Trait.REBUILD),
                latent,
                draft.has(Behaviour.SCRUBS) ? pool.scrub().map(Hours::of).orElse(UNSCRUBBED_HOURS) : UNSCRUBBED_HOURS,
                draft.stream(name + " pool"),
                draft.mode(new Mode(
                        Owner.POOL,
                        number,
                        cause,
                        draft.stream(name + " loss"),
                        Lifetimes.NEVER,
                        part(typical, name, site)))));
    }

    private int disk(String pool, Part disk, int index, int cause, int site) {
        return draft.mode(new Mode(
                Owner.DISK,
                disks.size(),
                cause,
                draft.stream(pool + " disk " + index),
                draft.ages.life(Behaviour.DISK_FAILURES, pool, disk, Trait.FAILS, Trait.WEARS_OUT),
                part(disk, pool, site)));
    }

    private Repair part(Part disk, String pool, int site) {
        return Repair.byHand(
                draft.duration(Behaviour.SHIPPING, pool, disk, Trait.REPAIR), handsOn, site, draft.spare(disk.model()));
    }
}
