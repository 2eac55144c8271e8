package org.rackdrill.live.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Reach;

/** Boxes, cables and lines, by what comes through them: nodes on both of their ends are told to reach each other. */
final class Paths {
    private final Field field;
    private final Lookouts lookouts;
    private final Witness witness;

    Paths(Field field, Lookouts lookouts, Witness witness) {
        this.field = field;
        this.lookouts = lookouts;
        this.witness = witness;
    }

    /** A box works when something comes through it. */
    Observation box(String name, Within within) {
        Truth seen = witness.works(new Target.Box(name));
        if (seen != Truth.UNKNOWN) {
            return Seen.of(seen == Truth.TRUE, "");
        }
        List<String> behind = behind(name);
        return behind.size() < 2
                ? Seen.unknown("fewer than two nodes hang on it alone, so nobody can reach another through it")
                : between(behind, behind, within);
    }

    /** A cable works when the node on it is reached by another one on the same box. */
    Observation cable(Target.Cable cable, Within within) {
        Truth seen = witness.works(cable);
        if (seen != Truth.UNKNOWN) {
            return Seen.of(seen == Truth.TRUE, "");
        }
        boolean known =
                field.address(cable.from()).isPresent() && behind(cable.to()).contains(cable.from());
        List<String> others = new ArrayList<>(behind(cable.to()));
        others.remove(cable.from());
        return known && !others.isEmpty()
                ? between(others, List.of(cable.from()), within)
                : Seen.unknown("nobody can reach another through it and nothing else");
    }

    Observation line(Target target, Within within) {
        Truth seen = witness.works(target);
        if (seen != Truth.UNKNOWN) {
            return Seen.of(seen == Truth.TRUE, "");
        }
        List<String> ends = new ArrayList<>();
        for (Link link : field.lab().network()) {
            if (link.name().equals(target.text()) && link instanceof Link.Wan wan) {
                ends.add(wan.site());
            } else if (link.name().equals(target.text()) && link instanceof Link.Vpn vpn) {
                vpn.between().forEach(router -> ends.add(site(router)));
            }
        }
        List<String> near = ends.isEmpty() ? List.of() : field.nodesAt(ends.get(0));
        List<String> far = field.nodes().stream()
                .filter(node -> !near.contains(node))
                .filter(node -> ends.size() < 2 || field.nodesAt(ends.get(1)).contains(node))
                .toList();
        return near.isEmpty() || far.isEmpty()
                ? Seen.unknown("there are no nodes on both of its ends that can be asked")
                : between(near, far, within);
    }

    /** Tells the first of some that answers to reach any of the others. */
    private Observation between(List<String> from, List<String> to, Within within) {
        String why = "";
        for (String one : from) {
            String other = to.stream().filter(it -> !it.equals(one)).findFirst().orElse("");
            Reach.Address address = field.address(other).orElse(null);
            if (address == null) {
                continue;
            }
            Request ping = Within.patient(Request.of("ping").with("address", address.host()), within.half());
            Reply reply = lookouts.ask(one, ping, within.half());
            if (Nodes.heard(reply)) {
                return Seen.of(true, one + " reaches " + other);
            } else if (reply.done()) {
                return silent(one, to, within);
            }
            why = reply.why();
        }
        return Seen.unknown(why.isEmpty() ? "the lab file does not say where its nodes are" : why);
    }

    /** One that answers us does not reach another. If any of those others answers us too, it is what lies between. */
    private Observation silent(String one, List<String> to, Within within) {
        List<String> others = to.stream().filter(it -> !it.equals(one)).toList();
        Map<String, Reply> replies = lookouts.all(others, Request.of("identity"), within.left());
        return replies.values().stream().anyMatch(Reply::done)
                ? Seen.of(false, one + " reaches nobody through it")
                : Seen.unknown(one + " reaches nobody through it, and those do not answer us either");
    }

    /** Returns the nodes that hang on a box and on nothing else. */
    private List<String> behind(String box) {
        return field.nodes().stream()
                .filter(node -> field.lab()
                        .node(node)
                        .filter(it -> it.networks().equals(List.of(box)))
                        .isPresent())
                .toList();
    }

    private String site(String router) {
        return field.lab().network().stream()
                .filter(link -> link.name().equals(router))
                .map(link -> link instanceof Link.Box box ? box.site() : "")
                .findFirst()
                .orElse("");
    }
}
