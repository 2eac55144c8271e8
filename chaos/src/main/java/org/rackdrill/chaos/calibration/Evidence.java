package org.rackdrill.chaos.calibration;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.run.Durations;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Terms;

/**
 * What one run of a drill measured.
 *
 * @param run its name
 * @param drill what was done
 * @param terms the times that the run kept
 * @param world where
 * @param labHash of the lab file, as it was then
 * @param arming from a step to its first fault, in the mean: what the runner needs for that is no matter of the lab
 * @param took how long things took, by their names in {@link Durations}
 */
public record Evidence(
        String run,
        Drill drill,
        Terms terms,
        WorldKind world,
        String labHash,
        Duration arming,
        Map<String, Duration> took) {
    public Evidence {
        took = new Durations(took).byName();
    }

    /** Reads the evidence of a run; nothing when it only undid what earlier runs had left. */
    public static Optional<Evidence> of(Replay run) {
        return run.opened().flatMap(opened -> opened.plan().map(plan -> of(plan, opened.terms(), run)));
    }

    private static Evidence of(Plan plan, Terms terms, Replay run) {
        return new Evidence(
                plan.run(),
                plan.drill(),
                terms,
                plan.world(),
                plan.labHash(),
                arming(run),
                Durations.of(run).byName());
    }

    private static Duration arming(Replay run) {
        Duration all = Duration.ZERO;
        int count = 0;
        for (Replay.Stage step : run.steps()) {
            Optional<Duration> struck = run.hits().stream()
                    .filter(it -> it.hit().step().equals(step.name()))
                    .flatMap(it -> it.injected().stream())
                    .findFirst();
            if (struck.isPresent() && step.started().isPresent()) {
                all = all.plus(struck.get().minus(step.started().get()));
                count++;
            }
        }
        return count == 0 || all.isNegative() ? Duration.ZERO : all.dividedBy(count);
    }
}
