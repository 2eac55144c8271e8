package org.rackdrill.simulator.capacity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.capacity.Consumer.Level;

/** Everything in a lab that draws power, and from where. */
final class Consumers {

    private final Lab lab;
    private final Unknowns unknowns;
    private final Map<String, Link.Box> boxes = new HashMap<>();

    private Consumers(Lab lab, Unknowns unknowns) {
        this.lab = lab;
        this.unknowns = unknowns;
        lab.network().stream()
                .filter(Link.Box.class::isInstance)
                .map(Link.Box.class::cast)
                .forEach(box -> boxes.put(box.name(), box));
    }

    static List<Consumer> of(Lab lab, Unknowns unknowns) {
        return new Consumers(lab, unknowns).all();
    }

    private List<Consumer> all() {
        List<Consumer> all = new ArrayList<>();
        lab.nodes().forEach(node -> all.add(node(node)));
        for (Link link : lab.network()) {
            if (link instanceof Link.Box box) {
                all.add(box(box));
            } else if (link instanceof Link.Wan wan) {
                Drawn watts = unknowns.quantity(wan.name(), wan.part(), Trait.WATTS);
                all.add(new Consumer(
                        wan.name(),
                        wan.site(),
                        "wan",
                        sources(wan.poweredBy(), wan.site(), 1),
                        watts,
                        watts,
                        watts,
                        unknowns.certain(0),
                        0));
            }
        }
        return all;
    }

    private Consumer node(Node node) {
        Part part = node.hardware();
        return new Consumer(
                node.name(),
                node.site(),
                "node",
                sources(node.poweredBy(), node.site(), part.traits().value(Trait.PSUS)),
                withDisks(node, Trait.IDLE_WATTS),
                withDisks(node, Trait.WATTS),
                withDisks(node, Trait.MAX_WATTS),
                unknowns.quantity(node.name(), part, Trait.INRUSH),
                step(node));
    }

    /** The catalogue's watts of a node are without the disks of its pools, which never rest here. */
    private Drawn withDisks(Node node, Trait<org.rackdrill.model.quantity.Watts> trait) {
        Drawn watts = unknowns.quantity(node.name(), node.hardware(), trait);
        for (var pool : node.pools()) {
            for (Part disk : pool.disks()) {
                watts = watts.plus(unknowns.quantity(node.name() + "/" + pool.name(), disk, Trait.WATTS));
            }
        }
        return watts;
    }

    /** What a switch or router draws at most is mostly what it feeds to others, and these are counted by themselves. */
    private Consumer box(Link.Box box) {
        Drawn usual = unknowns.quantity(box.name(), box.part(), Trait.WATTS);
        boolean feedsNobody = box.part().kind() == PartKind.ACCESS_POINT;
        return new Consumer(
                box.name(),
                box.site(),
                box.part().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                sources(box.poweredBy(), box.site(), 1),
                usual,
                usual,
                feedsNobody ? unknowns.quantity(box.name(), box.part(), Trait.MAX_WATTS) : usual,
                unknowns.certain(0),
                0);
    }

    private List<String> sources(List<String> poweredBy, String site, int supplies) {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < Math.max(poweredBy.size(), Math.max(1, supplies)); i++) {
            sources.add(poweredBy.isEmpty() ? site : root(poweredBy.get(i % poweredBy.size())));
        }
        return sources;
    }

    /** Follows power over the network cable to the UPS or socket behind it. */
    private String root(String source) {
        String at = source;
        for (int hops = 0; hops <= boxes.size(); hops++) {
            Link.Box box = boxes.get(at);
            if (box == null) {
                return at;
            }
            at = box.poweredBy().isEmpty() ? box.site() : box.poweredBy().get(0);
        }
        return at;
    }

    /** What matters of a boot order is who is earlier, not by how much. */
    private int step(Node node) {
        return (int) lab.nodes().stream()
                .filter(other -> other.site().equals(node.site()))
                .mapToInt(Node::bootOrder)
                .filter(order -> order < node.bootOrder())
                .distinct()
                .count();
    }

    /** Returns the watts that a source gives at a level. */
    static Drawn from(String source, List<Consumer> consumers, Level level, Unknowns unknowns) {
        return sum(consumers, unknowns, it -> it.at(level).times(it.share(source)));
    }

    /** Returns the watts that a source gives on an ordinary day when another one is gone. */
    static Drawn without(String gone, String source, List<Consumer> consumers, Unknowns unknowns) {
        return sum(consumers, unknowns, it -> it.usual().times(it.share(source, gone)));
    }

    private static Drawn sum(
            List<Consumer> consumers, Unknowns unknowns, java.util.function.Function<Consumer, Drawn> watts) {
        Drawn sum = unknowns.certain(0);
        for (Consumer consumer : consumers) {
            sum = sum.plus(watts.apply(consumer));
        }
        return sum;
    }
}
