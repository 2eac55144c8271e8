package org.rackdrill.chaos.simulated;

import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Ups;

/** What is nowhere but in something else, so that whoever names the one means the other too. */
public record Belongings(Lab lab) {

    /** Returns whether a thing is part of another one: of a node, a pool, a site or the mains of a site. */
    public boolean belongs(Target part, Target whole) {
        if (whole instanceof Target.Node node) {
            return onlyOn(part, List.of(node.name()));
        } else if (whole instanceof Target.Pool pool) {
            return onlyOn(part, List.of(pool.at().node()));
        } else if (whole instanceof Target.Site site) {
            return at(part, site.name());
        } else if (whole instanceof Target.Mains mains) {
            return at(part, mains.site());
        } else if (whole instanceof Target.Dataset data) {
            return part.equals(new Target.Service(data.service()));
        } else if (whole instanceof Target.Service service) {
            return part.equals(new Target.Dataset(service.name()));
        }
        return false;
    }

    private boolean at(Target part, String site) {
        if (part instanceof Target.Node node) {
            return lab.node(node.name()).filter(it -> it.site().equals(site)).isPresent();
        } else if (part instanceof Target.Ups ups) {
            return lab.ups().stream()
                    .filter(it -> it.name().equals(ups.name()))
                    .map(Ups::site)
                    .anyMatch(site::equals);
        } else if (part instanceof Target.Box box) {
            return lab.network().stream()
                    .anyMatch(link -> link instanceof Link.Box it
                            && it.name().equals(box.name())
                            && it.site().equals(site));
        }
        return onlyOn(
                part,
                lab.nodes().stream()
                        .filter(node -> node.site().equals(site))
                        .map(Node::name)
                        .toList());
    }

    private boolean onlyOn(Target part, List<String> nodes) {
        if (part instanceof Target.Service service) {
            return service(service.name())
                    .filter(it -> nodes.containsAll(it.on()))
                    .isPresent();
        } else if (part instanceof Target.Dataset data) {
            return service(data.service())
                    .flatMap(Service::data)
                    .filter(it -> nodes.contains(it.at().node()))
                    .isPresent();
        }
        return false;
    }

    private Optional<Service> service(String name) {
        return lab.service(name);
    }
}
