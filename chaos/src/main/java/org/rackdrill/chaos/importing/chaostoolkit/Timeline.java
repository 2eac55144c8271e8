package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.importing.draft.Part;

/** The steps of a drill as they are found, each with its own name. */
final class Timeline {

    private static final int LONGEST_NAME = 50;

    private final List<Part<Step>> parts = new ArrayList<>();
    private final Set<String> names = new HashSet<>();

    /** Adds a step that an activity does at a time. */
    void add(Activity activity, Duration at, Act act, Optional<String> doubt) {
        Step step = new Step(name(activity.name()), new When.At(at), act, 0);
        parts.add(new Part<>(step, activity.spot().line(), activity.spot().path(), doubt));
    }

    /** Returns all steps, in the order of time. */
    List<Part<Step>> parts() {
        return parts.stream().sorted(Comparator.comparing(Timeline::at)).toList();
    }

    /** Returns the first step that does something, or else the first that looks. */
    Optional<Part<Step>> first() {
        return parts().stream()
                .filter(part -> !(part.value().act() instanceof Act.Gate))
                .findFirst()
                .or(() -> parts().stream().findFirst());
    }

    /** Returns when a step begins. */
    static Duration at(Part<Step> part) {
        return ((When.At) part.value().when()).time();
    }

    /** Ends the loss of power of a node that is still without it, and returns the name of that step. */
    Optional<String> powerBack(Target target, Duration now) {
        for (int i = 0; i < parts.size(); i++) {
            Part<Step> part = parts.get(i);
            Step step = part.value();
            if (step.act() instanceof Act.Break<?> fault
                    && fault.fault() instanceof Fault.NodePowerLoss
                    && fault.lasts().isEmpty()
                    && fault.aim().text().equals(target.text())) {
                if (now.compareTo(at(part)) > 0) {
                    Act ended = new Act.Break<>(
                            new Fault.NodePowerLoss(),
                            new Aim.Named<>((Target.Node) target),
                            Optional.of(now.minus(at(part))));
                    Step shorter = new Step(step.name(), step.when(), ended, 0);
                    parts.set(i, new Part<>(shorter, part.line(), part.path(), part.doubt()));
                }
                return Optional.of(step.name());
            }
        }
        return Optional.empty();
    }

    private String name(String title) {
        String plain =
                title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String cut = plain.isEmpty() ? "step" : plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        String name = cut;
        for (int i = 2; !names.add(name); i++) {
            name = cut + "-" + i;
        }
        return name;
    }
}
