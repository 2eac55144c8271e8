package org.rackdrill.chaos.run;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.fault.Target;

/** Checks of "the target of a step", which become checks of real things when the step has started. */
public final class Chosen {
    private Chosen() {}

    /** Returns the step whose target an expectation is about. */
    public static Optional<String> step(Expectation expectation) {
        if (expectation instanceof Expectation.Recovers it) {
            return step(it.of());
        } else if (expectation instanceof Expectation.Down it) {
            return step(it.of());
        } else if (expectation instanceof Expectation.RedundancyBack it) {
            return step(it.of());
        } else if (expectation instanceof Expectation.Alarm it) {
            return step(it.about());
        } else if (expectation instanceof Expectation.Always it) {
            return step(it.probe().of());
        } else if (expectation instanceof Expectation.Eventually it) {
            return step(it.probe().of());
        }
        return Optional.empty();
    }

    static Optional<String> step(Target target) {
        return target instanceof Target.HitBy hit ? Optional.of(hit.step()) : Optional.empty();
    }

    /** Returns the expectations of real things that one expectation comes to, as a journal tells. */
    static List<Expectation> each(Expectation expectation, Story story) {
        if (expectation instanceof Expectation.NothingElse it) {
            Set<Target> but = new LinkedHashSet<>();
            it.but()
                    .forEach(target -> step(target)
                            .ifPresentOrElse(
                                    step -> but.addAll(story.targets(Optional.of(step))), () -> but.add(target)));
            but.addAll(story.mayBeAffected());
            return List.of(new Expectation.NothingElse(List.copyOf(but)));
        }
        return each(expectation, story.targets(step(expectation)));
    }

    /** Returns one expectation for each target; the same one when it is about no step's. */
    public static List<Expectation> each(Expectation expectation, List<Target> targets) {
        if (step(expectation).isEmpty()) {
            return List.of(expectation);
        }
        return targets.stream().map(target -> at(expectation, target)).toList();
    }

    private static Expectation at(Expectation expectation, Target target) {
        if (expectation instanceof Expectation.Recovers it) {
            return new Expectation.Recovers(target, it.within(), it.since());
        } else if (expectation instanceof Expectation.Down it) {
            return new Expectation.Down(target, it.atMost(), it.since());
        } else if (expectation instanceof Expectation.RedundancyBack it) {
            return new Expectation.RedundancyBack(target, it.within(), it.since());
        } else if (expectation instanceof Expectation.Alarm it) {
            return new Expectation.Alarm(target, it.within(), it.clears(), it.since());
        } else if (expectation instanceof Expectation.Always it) {
            return new Expectation.Always(at(it.probe(), target), it.since());
        } else if (expectation instanceof Expectation.Eventually it) {
            return new Expectation.Eventually(at(it.probe(), target), it.within(), it.since());
        }
        return expectation;
    }

    /** Returns a probe of a target, in place of one of "the target of a step". */
    static Probe at(Probe probe, Target target) {
        if (probe instanceof Probe.Up) {
            return new Probe.Up(target);
        } else if (probe instanceof Probe.Redundant) {
            return new Probe.Redundant(target);
        } else if (probe instanceof Probe.Intact) {
            return new Probe.Intact(target);
        } else if (probe instanceof Probe.NoAlarm) {
            return new Probe.NoAlarm(target);
        }
        return probe;
    }
}
