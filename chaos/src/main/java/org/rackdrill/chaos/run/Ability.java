package org.rackdrill.chaos.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.drill.reading.Things;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.Sample;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;

/**
 * Whether a world can do a kind of fault, as it says itself when it is asked about each thing of a lab that the fault can
 * hit. Nothing is changed to find that out.
 *
 * @param can unknown when somebody who would have to say did not answer
 * @param at the first thing at which it can be done
 * @param why not, or why that is unknown; otherwise empty
 */
public record Ability(FaultKind kind, Truth can, Optional<Target> at, String why) {

    /** A world, asked whether it would do a hit. */
    @FunctionalInterface
    public interface Asked {
        /** Returns true, or false with the reason as its value, or unknown with the reason. */
        Observation about(Hit hit);
    }

    /** Asks a world about every kind of fault. */
    public static List<Ability> of(Lab lab, Asked world) {
        Things things = new Things(lab);
        List<Ability> all = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            all.add(of(kind, targets(kind, lab, things), world));
        }
        return List.copyOf(all);
    }

    private static Ability of(FaultKind kind, List<Target> targets, Asked world) {
        Fault<?> fault = Sample.of(kind);
        Optional<Ability> best = Optional.empty();
        for (Target target : targets) {
            Observation said = world.about(new Hit("catalog", kind.word(), 1, fault, target));
            if (said.truth() == Truth.TRUE) {
                return new Ability(kind, Truth.TRUE, Optional.of(target), "");
            }
            boolean unknown = said.truth() == Truth.UNKNOWN;
            if (best.isEmpty() || (unknown && best.get().can() == Truth.FALSE)) {
                best = Optional.of(
                        new Ability(kind, said.truth(), Optional.empty(), unknown ? said.why() : said.value()));
            }
        }
        return best.orElseGet(
                () -> new Ability(kind, Truth.FALSE, Optional.empty(), "the lab has none: " + wanted(kind)));
    }

    private static String wanted(FaultKind kind) {
        return kind.targets().stream().map(TargetKind::article).collect(Collectors.joining(" or "));
    }

    private static List<Target> targets(FaultKind kind, Lab lab, Things things) {
        List<Target> targets = new ArrayList<>();
        for (TargetKind each : kind.targets()) {
            targets.addAll(things.of(each).values());
            if (each == TargetKind.BORDER && lab.nodes().size() > 1) {
                List<String> names = lab.nodes().stream().map(Node::name).toList();
                targets.add(new Target.Border(names.subList(0, 1), names.subList(1, names.size())));
            }
        }
        return targets;
    }
}
