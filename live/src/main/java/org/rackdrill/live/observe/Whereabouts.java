package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Found;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.PoolRef;
import org.rackdrill.model.lab.Service;

/** Who runs what at this moment. */
public final class Whereabouts {
    private final Field field;
    private final Services services;
    private final Clusters clusters;

    Whereabouts(Field field, Services services, Clusters clusters) {
        this.field = field;
        this.services = services;
        this.clusters = clusters;
    }

    /** Returns the nodes that run a service. */
    public Found running(String name, Duration within) {
        Optional<Service> service = field.lab().service(name);
        if (service.isEmpty()) {
            return Found.none("the lab has no service " + name);
        }
        Services.Running running = services.running(service.get(), new Within(within));
        if (running.nodes().isEmpty()) {
            return Found.none(running.sure() ? running.trouble() : running.why());
        }
        return Found.of(running.nodes().stream().map(Target.Node::new).toList());
    }

    /** Returns the node that decides in a cluster who runs what. */
    public Found master(String name, Duration within) {
        Optional<Cluster> cluster = field.lab().cluster(name);
        return cluster.flatMap(it -> clusters.master(it, new Within(within)))
                .map(node -> Found.of(List.of(new Target.Node(node))))
                .orElseGet(() -> Found.none("no member says who the master of " + name + " is"));
    }

    /** Returns the pool on which a service works: the original's, or after a failover the copy's where it runs. */
    public Found holding(String name, Duration within) {
        Found running = running(name, within);
        Optional<PoolRef> original =
                field.lab().service(name).flatMap(Service::data).map(Service.Data::at);
        if (running.targets().isEmpty() || original.isEmpty()) {
            return running.targets().isEmpty() ? running : Found.none(name + " keeps no data");
        }
        String node = running.targets().get(0).text();
        if (original.get().node().equals(node)) {
            return Found.of(List.of(new Target.Pool(original.get())));
        }
        return field.copies(name).stream()
                .filter(copy -> copy.to().node().equals(node))
                .findFirst()
                .map(copy -> Found.of(List.of(new Target.Pool(copy.to()))))
                .orElseGet(() -> Found.none(name + " runs on " + node + ", where the lab file knows no data of it"));
    }
}
