package org.rackdrill.live.operation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;

/** What is asked of a cluster is asked of whichever member answers. */
final class Members {
    private final Lab lab;

    Members(Lab lab) {
        this.lab = lab;
    }

    /** Moves a resource. */
    void move(Errand errand, String service, String resource, Optional<String> to) {
        Request job = Errand.job("move-resource").with("resource", resource);
        Request whole = to.map(node -> job.with("to", node)).orElse(job);
        ofService(errand, service).ifPresent(host -> errand.step("move", host, whole));
    }

    /** Starts a resource wherever the cluster wants it. */
    void start(Errand errand, String service, String resource) {
        ofService(errand, service)
                .ifPresent(host ->
                        errand.step("start", host, Errand.job("start-resource").with("resource", resource)));
    }

    /** Lets the guests leave a node, or come back to it. */
    void maintenance(Errand errand, String node, boolean on) {
        List<String> others = lab.clusters().stream()
                .map(Cluster::members)
                .filter(members -> members.contains(node))
                .flatMap(List::stream)
                .filter(member -> !member.equals(node))
                .toList();
        String step = on ? "maintenance-on" : "maintenance-off";
        first(errand, Stream.concat(Stream.of(node), others.stream()).toList(), node)
                .ifPresent(host -> errand.step(step, host, Errand.job(step).with("node", node)));
    }

    private Optional<String> ofService(Errand errand, String name) {
        Optional<Service> service = lab.service(name);
        List<String> nodes = service.flatMap(Service::cluster)
                .flatMap(lab::cluster)
                .map(Cluster::members)
                .or(() -> service.map(Service::on))
                .orElse(List.of());
        return first(errand, nodes, name);
    }

    private static Optional<String> first(Errand errand, List<String> nodes, String what) {
        Optional<String> host = nodes.stream().filter(errand::answers).findFirst();
        if (host.isEmpty()) {
            errand.refuse("no node answers that could be asked about " + what + ": "
                    + nodes.stream().map(errand::silence).collect(Collectors.joining("; ")));
        }
        return host;
    }
}
