package org.rackdrill.chaos.drill.reading;

import java.util.Optional;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.Service;

/** What a lab was built with to survive one loss. */
record Redundancy(Lab lab) {

    /** Returns why something has no redundancy; nothing when it has, or when nobody can tell before the drill. */
    Optional<String> lackOf(Target target) {
        if (target instanceof Target.Pool pool) {
            return lab.node(pool.at().node())
                    .flatMap(node -> node.pool(pool.at().pool()))
                    .filter(it -> it.layout().tolerance(it.disks().size()) == 0)
                    .map(Redundancy::striped);
        }
        if (target instanceof Target.Cluster cluster) {
            return lab.cluster(cluster.name()).filter(it -> votes(it) < 3).map(it -> "it has " + votes(it) + " votes");
        }
        if (target instanceof Target.Service service) {
            return lab.service(service.name())
                    .filter(it ->
                            it.failover() == Service.Failover.NONE && it.on().size() <= it.required())
                    .map(it -> "it runs in one place and nobody starts it elsewhere");
        }
        return Optional.empty();
    }

    private static String striped(Pool pool) {
        return pool.disks().size() == 1 ? "it has one disk" : "its disks are striped";
    }

    private static int votes(Cluster cluster) {
        return cluster.members().size() + (cluster.tieBreaker().isPresent() ? 1 : 0);
    }
}
