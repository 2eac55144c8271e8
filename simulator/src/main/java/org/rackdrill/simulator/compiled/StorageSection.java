package org.rackdrill.simulator.compiled;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.simulator.compiled.Mode.Owner;
import org.rackdrill.simulator.compiled.Mode.Repair;
import org.rackdrill.simulator.compiled.Structure.Watch;

/** Compiles pools and their disks. */
final class StorageSection {

    /** Where nobody scrubs, people and backups come across a block in two years or so. Our estimate. */
    private static final double UNSCRUBBED_HOURS = Fixed.UNSCRUBBED.hours();

    /**
     * From pulling a healthy disk of a pool without redundancy to the pool being up again: seeing it, putting the disk
     * back, clearing the errors or assembling the array, starting what hangs. Usually 20 min, sometimes 1 h; our estimate.
     */
    private static final Life PUT_BACK = new Life.Lognormal(1.0 / 3, 0.67);

    final List<PoolPlan> pools = new ArrayList<>();
    final List<DiskPlan> disks = new ArrayList<>();
    final List<BatchPlan> batches = new ArrayList<>();
    final List<ControllerPlan> controllers = new ArrayList<>();
    final Map<PoolRef, Integer> numbers = new HashMap<>();

    /** The number of each batch by what was bought when, or for which pool. */
    private final Map<String, Integer> batchNumbers = new HashMap<>();

    private final Draft draft;
    private final int handsOn;

    StorageSection(Draft draft) {
        this.draft = draft;
        handsOn = draft.life(
                "operator hands-on", draft.lab.operations().operator().handsOn());
        for (int i = 0; i < draft.lab.nodes().size(); i++) {
            Node node = draft.lab.nodes().get(i);
            int first = pools.size();
            for (Pool pool : node.pools()) {
                pool(i, node, pool);
            }
            if (pools.size() > first) {
                controllers(node, first);
            }
        }
    }

    /** Returns the number of a node's first pool, or -1. */
    int first(Node node) {
        return node.pools().stream()
                .filter(pool -> !CephSection.takes(draft.lab, node, pool))
                .findFirst()
                .map(pool -> numbers.getOrDefault(new PoolRef(node.name(), pool.name()), -1))
                .orElse(-1);
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
        int[] errorStream = new int[count];
        for (int i = 0; i < count; i++) {
            Part disk = pool.disks().get(i);
            diskNumbers[i] = disks.size();
            diskGroups[i] = i % groups;
            latent[i] = draft.life(Behaviour.LATENT_ERRORS, name, disk, Trait.LATENT);
            disks.add(new DiskPlan(
                    number,
                    i,
                    draft.ages.of(disk(name, disk, i, cause, site), pool.age()),
                    batch(name, pool, disk),
                    draft.has(Behaviour.REBUILD_STRESS)
                            ? disk.traits().value(Trait.REBUILD_STRESS).fraction()
                            : 0,
                    draft.parameter(name, disk, Trait.REBUILD_STRESS)));
            errorStream[i] = draft.stream(name + " disk " + i + " blocks");
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
                Hours.ofSeconds(used / rate) / draft.resilverSpeed(name),
                draft.parameter(name, typical, Trait.REBUILD),
                latent,
                draft.has(Behaviour.SCRUBS) ? pool.scrub().map(Hours::of).orElse(UNSCRUBBED_HOURS) : UNSCRUBBED_HOURS,
                draft.has(Behaviour.SCRUB_PAUSES),
                pool.errorsFound()
                        .map(found -> draft.life(name + " errors found", found))
                        .orElse(-1),
                errorStream,
                draft.stream(name + " pool"),
                draft.mode(new Mode(
                        Owner.POOL,
                        number,
                        cause,
                        draft.stream(name + " loss"),
                        Lifetimes.NEVER,
                        part(typical, name, site))),
                wrongDisk(name, number),
                draft.stream(name + " wrong disk")));
    }

    private int wrongDisk(String name, int pool) {
        return draft.mode(new Mode(
                Owner.WRONG_DISK,
                pool,
                draft.cause(name, CauseKind.MISTAKE, "the wrong disk pulled from " + name, 'D'),
                draft.stream(name + " disk put back"),
                Lifetimes.NEVER,
                Repair.byItself(draft.lives.number(PUT_BACK, Parameters.CERTAIN))));
    }

    /** Disks of one model and year are one purchase, whatever pools they went into; without a year each pool is one. */
    private int batch(String name, Pool pool, Part disk) {
        String purchase =
                disk.model() + " bought " + pool.bought().map(String::valueOf).orElse("for " + name);
        return batchNumbers.computeIfAbsent(purchase, key -> {
            double spread = disk.traits().value(Trait.BATCH_SPREAD).fraction();
            batches.add(new BatchPlan(
                    draft.stream("batch " + key),
                    draft.has(Behaviour.BATCHES) ? spread : 0,
                    draft.parameter(name, disk, Trait.BATCH_SPREAD)));
            return batches.size() - 1;
        });
    }

    /** The disks of each pool hang on the node's controllers in turn. */
    private void controllers(Node node, int firstPool) {
        Part part = node.hardware();
        int count = part.traits().value(Trait.CONTROLLERS);
        for (int c = 0; c < count; c++) {
            int[] on = new int[pools.size() - firstPool];
            int[][] theirDisks = new int[on.length][];
            for (int i = 0; i < on.length; i++) {
                on[i] = firstPool + i;
                int[] all = pools.get(on[i]).disks();
                int start = c;
                theirDisks[i] = IntStream.range(0, all.length)
                        .filter(index -> index % count == start)
                        .map(index -> all[index])
                        .toArray();
            }
            draft.ages.of(
                    draft.mode(new Mode(
                            Owner.CONTROLLER,
                            controllers.size(),
                            draft.cause(node.name(), CauseKind.CONTROLLER, node.name() + "'s disk controller", 'D'),
                            draft.stream(node.name() + " controller " + c),
                            draft.life(Behaviour.BACKPLANES, node.name(), part, Trait.CONTROLLER_FAILS),
                            Repair.byHand(
                                    draft.duration(Behaviour.SHIPPING, node.name(), part, Trait.REPAIR),
                                    handsOn,
                                    draft.site(node.site()),
                                    draft.spare(part.model())))),
                    node.age());
            controllers.add(new ControllerPlan(on, theirDisks));
        }
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
