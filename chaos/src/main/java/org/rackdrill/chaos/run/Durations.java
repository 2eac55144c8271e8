package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Judgement;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;

/**
 * How long everything took that a run measured: what its checks timed, and its operations from their start to their end.
 * Two runs of one drill measure the same things under the same names.
 *
 * @param byName such as {@code web recovers within 1 min}; the second of the same words has {@code (2)} behind it
 */
public record Durations(Map<String, Duration> byName) {
    public Durations {
        byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /**
     * Returns what a run measured. A run that was not well at its start, or did not come to its end, measured nothing.
     */
    public static Durations of(Replay run) {
        Map<String, Duration> byName = new LinkedHashMap<>();
        Optional<Drill> drill = run.plan().map(Plan::drill);
        boolean began = run.part(Entry.Phase.TIMELINE).isPresent();
        boolean ended = run.part(Entry.Phase.AFTER).isPresent();
        if (drill.isEmpty() || !began || !ended) {
            return new Durations(byName);
        }
        Set<String> unseen = unseen(run, drill.get());
        Map<String, Integer> seen = new HashMap<>();
        for (Judgement judgement : run.outcome().judgements()) {
            int number = seen.merge(judgement.check(), 1, Integer::sum);
            String name = number == 1 ? judgement.check() : judgement.check() + " (" + number + ")";
            boolean known = judgement.verdict() != Verdict.UNKNOWN && !unseen.contains(judgement.check());
            judgement.took().filter(took -> known).ifPresent(took -> byName.put(name, took));
        }
        Set<String> operations = operations(drill.get());
        for (Replay.Stage step : run.steps()) {
            if (operations.contains(step.name())
                    && step.started().isPresent()
                    && step.ended().isPresent()) {
                byName.put(
                        "step " + step.name(),
                        step.ended().get().minus(step.started().get()));
            }
        }
        return new Durations(byName);
    }

    /** Returns the checks of what nobody could see for a while: what they measured may be too short. */
    private static Set<String> unseen(Replay run, Drill drill) {
        Set<Probe> unseen = run.watched().stream()
                .filter(it -> it.pieces().stream().anyMatch(piece -> piece.truth() == Truth.UNKNOWN))
                .map(Replay.Watched::probe)
                .collect(Collectors.toSet());
        Set<String> checks = new HashSet<>();
        for (Steady steady : drill.steady()) {
            if (unseen.contains(steady.probe())) {
                checks.add("during: " + steady.probe().text());
            }
        }
        for (Expectation expectation : drill.expectations()) {
            if (Watch.probeOf(expectation).filter(unseen::contains).isPresent()) {
                checks.add(expectation.text());
            }
        }
        return checks;
    }

    private static Set<String> operations(Drill drill) {
        return drill.timeline().stream()
                .filter(step -> step.act() instanceof Act.Perform<?>)
                .map(Step::name)
                .collect(Collectors.toSet());
    }
}
