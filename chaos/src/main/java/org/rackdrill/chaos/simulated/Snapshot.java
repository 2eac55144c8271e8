package org.rackdrill.chaos.simulated;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.simulator.process.Eyes;
import org.rackdrill.simulator.process.Names;
import org.rackdrill.simulator.process.Twin;

/**
 * What works in a simulated lab at one moment.
 *
 * @param down services, nodes, boxes, UPS that do not work, and data that are harmed
 * @param spare clusters, pools and services that survive one more loss
 * @param majority clusters that have one
 * @param lost data that are harmed so that a part of them is gone for good or comes back only by a restore
 */
record Snapshot(Set<Target> down, Set<Target> spare, Set<Target> majority, Set<Target> lost) {

    static Snapshot of(Lab lab, Twin twin) {
        Eyes eyes = twin.eyes();
        Names names = twin.names();
        Set<Target> down = new HashSet<>();
        Set<Target> spare = new HashSet<>();
        Set<Target> majority = new HashSet<>();
        Set<Target> lost = new HashSet<>();
        for (Node node : lab.nodes()) {
            addIf(!eyes.machineUp(names.machine(node.name())), down, new Target.Node(node.name()));
            for (Pool pool : node.pools()) {
                PoolRef ref = new PoolRef(node.name(), pool.name());
                boolean survives = eyes.data().disksToSpare(names.pool(ref)) > 0;
                addIf(survives, spare, new Target.Pool(ref));
            }
        }
        for (Link link : lab.network()) {
            if (link instanceof Link.Box) {
                addIf(!eyes.machineUp(names.machine(link.name())), down, new Target.Box(link.name()));
            }
        }
        lab.ups().forEach(ups -> addIf(!eyes.upsUp(names.ups(ups.name())), down, new Target.Ups(ups.name())));
        for (Cluster cluster : lab.clusters()) {
            int number = names.cluster(cluster.name());
            addIf(eyes.quorate(number), majority, new Target.Cluster(cluster.name()));
            addIf(eyes.spareVote(number), spare, new Target.Cluster(cluster.name()));
        }
        lab.services().forEach(service -> {
            int number = names.service(service.name());
            Target target = new Target.Service(service.name());
            addIf(!eyes.serviceUp(number), down, target);
            addIf(service.guest().isPresent() && eyes.survivesALoss(number), spare, target);
            int data = names.data(service.name());
            if (data != Names.NONE) {
                Target dataset = new Target.Dataset(service.name());
                addIf(eyes.data().dataIntact(data).filter(whole -> !whole).isPresent(), down, dataset);
                addIf(eyes.data().lostIfRestored(data) > 0 || eyes.data().destroyed(data), lost, dataset);
            }
        });
        return new Snapshot(down, spare, majority, lost);
    }

    private static void addIf(boolean is, Set<Target> set, Target target) {
        if (is) {
            set.add(target);
        }
    }

    /** Returns what is in one set and not in the other, in the order of its text. */
    static List<Target> less(Set<Target> these, Set<Target> those) {
        List<Target> rest = new ArrayList<>(these);
        rest.removeAll(those);
        rest.sort(
                java.util.Comparator.comparing((Target target) -> target.kind()).thenComparing(Target::text));
        return rest;
    }
}
