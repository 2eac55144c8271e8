package org.rackdrill.live.world;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;

/**
 * The machine that the drill is run from, which it must not hit.
 *
 * @param machineId its {@code /etc/machine-id}; none when it has none
 */
public record Self(Lab lab, Hosts hosts, Optional<String> machineId) {
    private static final Duration WITHIN = Duration.ofSeconds(5);

    /** Returns the machine that this program runs on. */
    public static Self here(Lab lab, Hosts hosts) {
        try {
            return new Self(
                    lab,
                    hosts,
                    Optional.of(Files.readString(Path.of("/etc/machine-id")).strip()));
        } catch (IOException e) {
            return new Self(lab, hosts, Optional.empty());
        }
    }

    /** Returns why a hit would hit ourselves; empty when it would not. */
    String refuses(Hit hit, List<String> places) {
        for (String name : struck(hit.target(), places)) {
            if (isHere(name)) {
                return "the drill is run from " + name + " itself: run it from another machine";
            }
        }
        return "";
    }

    /** Returns the nodes that are hit: of what is done at a witness, those that it cuts off. */
    private List<String> struck(Target target, List<String> places) {
        if (target instanceof Target.Node node) {
            return List.of(node.name());
        } else if (target instanceof Target.Site site) {
            return at(site.name());
        } else if (target instanceof Target.Mains mains) {
            return at(mains.site());
        }
        return places.stream().filter(name -> lab.node(name).isPresent()).toList();
    }

    private List<String> at(String site) {
        return lab.nodes().stream()
                .filter(node -> node.site().equals(site))
                .map(Node::name)
                .toList();
    }

    private boolean isHere(String name) {
        Optional<Host> host = machineId.flatMap(id -> hosts.host(name));
        return machineId.isPresent()
                && host.map(it -> it.ask(Request.of("identity"), WITHIN))
                        .filter(Reply::done)
                        .map(Messages::values)
                        .map(values -> values.get("machine-id"))
                        .equals(machineId);
    }
}
