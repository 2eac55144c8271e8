package org.rackdrill.live.world;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Ups;
import org.rackdrill.model.quantity.Share;

/** What only the moment can tell of the danger of a fault: a model of the lab takes everything for healthy. */
public final class Scene {
    /** A UPS with less is not full. The charger's last percents take hours, and change nothing. */
    private static final Share FULL = new Share(0.95);

    private final Lab lab;
    private final Eyes eyes;

    /** Looks at a lab. */
    public Scene(Lab lab, Eyes eyes) {
        this.lab = lab;
        this.eyes = eyes;
    }

    /** Returns the dangers of hitting something now; what nobody can see counts as a danger. */
    Set<Danger> dangers(Target target) {
        Set<Danger> dangers = EnumSet.noneOf(Danger.class);
        for (PoolRef pool : pools(target)) {
            if (eyes.tended(pool) != Truth.FALSE) {
                dangers.add(Danger.SCRUB_RUNNING);
            }
            if (spares(pool) && not(new Probe.Redundant(new Target.Pool(pool)))) {
                dangers.add(Danger.LAST_REDUNDANCY);
            }
        }
        for (String cluster : clusters(target)) {
            if (not(new Probe.Redundant(new Target.Cluster(cluster)))) {
                dangers.add(Danger.LAST_REDUNDANCY);
                dangers.add(Danger.QUORUM_LOSS);
            }
        }
        for (String ups : upses(target)) {
            if (not(new Probe.Charged(new Target.Ups(ups), FULL))) {
                dangers.add(Danger.UPS_NOT_FULL);
            }
        }
        return dangers;
    }

    private boolean not(Probe probe) {
        return eyes.see(probe).truth() != Truth.TRUE;
    }

    /** Returns whether a pool was built to lose a disk. */
    private boolean spares(PoolRef at) {
        return lab.node(at.node())
                .flatMap(node -> node.pool(at.pool()))
                .filter(Scene::redundant)
                .isPresent();
    }

    private static boolean redundant(Pool pool) {
        return pool.layout().tolerance(pool.disks().size()) > 0;
    }

    private static List<PoolRef> pools(Target target) {
        if (target instanceof Target.Disk disk) {
            return List.of(disk.pool());
        }
        return target instanceof Target.Pool pool ? List.of(pool.at()) : List.of();
    }

    private List<String> clusters(Target target) {
        return target instanceof Target.Node node
                ? lab.clusters().stream()
                        .filter(cluster -> cluster.members().contains(node.name()))
                        .map(Cluster::name)
                        .toList()
                : List.of();
    }

    private List<String> upses(Target target) {
        Optional<String> site = target instanceof Target.Mains mains ? Optional.of(mains.site()) : Optional.empty();
        return lab.ups().stream()
                .filter(ups -> site.filter(ups.site()::equals).isPresent() || target.equals(new Target.Ups(ups.name())))
                .map(Ups::name)
                .toList();
    }
}
