package org.rackdrill.simulator.capacity;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Link;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.Bandwidth;

/** What carries data between nodes: a cable within a site, or the slower half of the internet between two. */
final class Lines {

    private final Lab lab;
    private final Unknowns unknowns;
    private final Line cable;

    Lines(Lab lab, Unknowns unknowns) {
        this.lab = lab;
        this.unknowns = unknowns;
        Part transfers = lab.operations().transfers();
        cable = new Line("the network cable", unknowns.quantity("transfers", transfers, Trait.LAN));
    }

    /** One way of a line. */
    record Line(String name, Drawn bytesPerSecond) {}

    String site(String node) {
        return lab.node(node).map(Node::site).orElse(lab.sites().get(0).name());
    }

    /** Returns what a transfer from one node to another goes through. */
    List<Line> between(String from, String to) {
        if (site(from).equals(site(to))) {
            return List.of(cable);
        }
        return List.of(
                internet(site(from), Trait.UP, "upload").orElse(cable),
                internet(site(to), Trait.DOWN, "download").orElse(cable),
                cable);
    }

    /** The access that is fastest in that direction. */
    private Optional<Line> internet(String site, Trait<Bandwidth> direction, String word) {
        return lab.network().stream()
                .filter(Link.Wan.class::isInstance)
                .map(Link.Wan.class::cast)
                .filter(wan -> wan.site().equals(site))
                .max(Comparator.comparingDouble(
                        wan -> wan.part().traits().value(direction).bytesPerSecond()))
                .map(wan -> new Line(word + " of " + wan.name(), unknowns.quantity(wan.name(), wan.part(), direction)));
    }

    /** Returns the rate that is left: that of the slowest, in each draw. */
    static Drawn rate(List<Line> lines) {
        return lines.stream().map(Line::bytesPerSecond).reduce(Drawn::smaller).orElseThrow();
    }

    /** Returns what limits it at the best guess. */
    static Line slowest(List<Line> lines) {
        return lines.stream()
                .min(Comparator.comparingDouble(line -> line.bytesPerSecond().bestGuess()))
                .orElseThrow();
    }
}
