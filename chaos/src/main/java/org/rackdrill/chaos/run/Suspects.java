package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.Undo;

/**
 * What a run may have hit without that its damaged journal still says so. Everything that was planned is undone and
 * proven, at the targets that the steps had when they started. A step that chose its targets only then, in a part that
 * is lost, is unknown: what the plan expected is undone too, and proves nothing.
 */
final class Suspects {
    private final Story story;
    private final Plan plan;
    private final List<Story.Owed> owed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    Suspects(Story story, Plan plan) {
        this.story = story;
        this.plan = plan;
        for (Step step : plan.drill().timeline()) {
            if (step.act() instanceof Act.Break<?> act) {
                suspect(step, act.fault());
            }
        }
    }

    /** Returns the hits that can be undone, in the order of the drill. */
    List<Story.Owed> owed() {
        return owed;
    }

    /** Returns the steps that may have hit anything. */
    List<String> unknown() {
        return unknown;
    }

    private void suspect(Step step, Fault<?> fault) {
        Optional<List<Target>> sure = targets(step);
        for (Hit hit : Targets.hits(plan.run(), step.name(), fault, sure.orElse(planned(step)))) {
            if (!hit.irreversible() && !story.states().containsKey(hit.key())) {
                owed.add(owed(hit));
            }
        }
        // When the undoing is written down, everything that was done before it is too.
        if (sure.isEmpty() && story.began(Entry.Phase.UNDOING).isEmpty()) {
            unknown.add(step.name());
        }
    }

    /** Returns what a step had as its targets if it started; empty when nobody can say. */
    private Optional<List<Target>> targets(Step step) {
        if (plan.exact()) {
            return Optional.of(planned(step));
        }
        if (story.started(step.name())) {
            return Optional.of(story.targets(Optional.of(step.name())));
        }
        Aim<?> aim = aim(step);
        if (aim instanceof Aim.OfStep<?> other) {
            return plan.drill().timeline().stream()
                    .filter(it -> it.name().equals(other.step()))
                    .findFirst()
                    .flatMap(this::targets)
                    // The plan holds no hits of an operation.
                    .map(targets -> targets.isEmpty() ? planned(step) : targets);
        }
        boolean fixed = aim instanceof Aim.Named || aim instanceof Aim.Every || aim instanceof Aim.Any;
        return fixed ? Optional.of(planned(step)) : Optional.empty();
    }

    private static Aim<?> aim(Step step) {
        if (step.act() instanceof Act.Break<?> act) {
            return act.aim();
        } else if (step.act() instanceof Act.Perform<?> act) {
            return act.aim();
        }
        throw new IllegalStateException("step " + step.name() + " has no target");
    }

    private List<Target> planned(Step step) {
        return hits(step.name()).stream().map(it -> it.hit().target()).toList();
    }

    private List<Planned> hits(String step) {
        return plan.hits().stream().filter(it -> it.hit().step().equals(step)).toList();
    }

    /** What the plan did not expect to hit it did not examine: what its state was before, only the target knows. */
    private Story.Owed owed(Hit hit) {
        List<Planned> planned = hits(hit.step());
        Undo undo = planned.stream()
                .filter(it -> it.hit().target().equals(hit.target()))
                .findFirst()
                .map(it -> it.examined().undo())
                .orElse(new Undo(hit.fault().undo(), hit.target(), Map.of()));
        Duration settles = planned.stream()
                .map(it -> it.examined().settles())
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return new Story.Owed(hit, undo, settles, story.lease());
    }
}
