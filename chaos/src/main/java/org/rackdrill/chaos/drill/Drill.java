package org.rackdrill.chaos.drill;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Steady;

/**
 * A game day. Lists keep the order of the file; every name in it stands for something in the lab that it was read for,
 * and every step that another one names exists and comes to an end.
 *
 * @param lab the lab's name, as the drill file says it
 * @param why what the owner learns when it passes
 * @param worlds where it may run; never empty
 * @param seed decides what luck decides; none only when there is nothing to decide
 * @param lasts from the beginning of the timeline to the last look, after which everything is undone
 */
public record Drill(
        String name,
        String lab,
        String why,
        Set<WorldKind> worlds,
        Optional<Long> seed,
        List<Steady> steady,
        List<Step> timeline,
        List<Expectation> expectations,
        List<Guardrail> guardrails,
        BlastRadius blastRadius,
        Set<Danger> accepts,
        Optional<Calendar> calendar,
        List<Approval> approvals,
        Duration lasts) {

    public Drill {
        worlds = Collections.unmodifiableSet(new TreeSet<>(worlds));
        steady = List.copyOf(steady);
        timeline = List.copyOf(timeline);
        expectations = List.copyOf(expectations);
        guardrails = List.copyOf(guardrails);
        accepts = Collections.unmodifiableSet(new TreeSet<>(accepts));
        approvals = List.copyOf(approvals);
    }

    /** Returns the step of that name. */
    public Optional<Step> step(String name) {
        return timeline.stream().filter(step -> step.name().equals(name)).findFirst();
    }
}
