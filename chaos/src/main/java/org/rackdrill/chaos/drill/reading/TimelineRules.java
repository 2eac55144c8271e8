package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Lasting;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.chaos.fault.UndoKind;
import org.rackdrill.model.reading.form.Notes;

/**
 * What a timeline must keep to, whatever it does.
 *
 * @param steps all of it
 */
record TimelineRules(List<Planned> steps, Schedule schedule, Notes notes) {

    void check(Set<WorldKind> worlds, boolean seeded) {
        for (Planned step : steps) {
            order(step);
            step.fault().ifPresent(fault -> fault(step, fault, worlds));
            if (!seeded && step.aim().filter(it -> it instanceof Aim.Any<?>).isPresent()) {
                notes.error(
                        step.aimed(),
                        "luck decides here, and the drill has no seed",
                        "Add a line like `seed: 7`, so that the run can be repeated.");
            }
        }
        overlaps();
    }

    private void fault(Planned step, Act.Break<?> act, Set<WorldKind> worlds) {
        Fault<?> fault = act.fault();
        boolean forGood = fault.undo() == UndoKind.IRREVERSIBLE;
        Optional<WorldKind> strict =
                worlds.stream().filter(WorldKind::needsUndo).findFirst();
        if (forGood && strict.isPresent()) {
            notes.error(
                    step.aimed(),
                    "`" + fault.kind().word() + "` has no undo here, and the world `"
                            + strict.get().word() + "` needs one",
                    "Leave only `sim` under `worlds`, or choose a fault that can be undone.");
        } else if (forGood && act.lasts().isPresent()) {
            notes.error(step.placeOf(StepKeys.FOR), "what cannot be undone has no end", "Leave `for` out.");
        } else if (strict.isPresent() && act.lasts().isEmpty() && fault.kind().lasting() == Lasting.UNTIL_UNDONE) {
            notes.error(
                    step.aimed(),
                    "`" + fault.kind().word() + "` has no end, and the world `"
                            + strict.get().word() + "` needs one",
                    "Add `for: 10 min`, so that it is undone whatever happens to us.");
        }
        if (act.lasts().filter(Duration::isZero).isPresent()) {
            notes.error(step.placeOf(StepKeys.FOR), "a fault that lasts no time is none", "Write `for: 10 min`.");
        }
    }

    /** A step that waits for the end of one that never ends, or joins one that is over, never starts. */
    private void order(Planned step) {
        if (step.step().when() instanceof When.After after
                && schedule.of(after.step()).open()) {
            notes.error(
                    step.placeOf(StepKeys.AFTER),
                    "`" + after.step() + "` stays until the end of the drill, so this never starts",
                    "Give `" + after.step() + "` a `for`, or write `during: " + after.step() + "`.");
        } else if (step.step().when() instanceof When.During during) {
            Optional<Duration> longest = schedule.of(during.step()).longest();
            if (longest.isPresent() && longest.get().compareTo(during.delay()) <= 0) {
                notes.error(
                        step.placeOf(StepKeys.DURING),
                        "`" + during.step() + "` is over before this starts",
                        "Write `after: " + during.step() + "`, or a shorter `delay`.");
            }
        }
    }

    private void overlaps() {
        Map<String, Planned> byName =
                steps.stream().collect(Collectors.toMap(it -> it.step().name(), Function.identity(), (a, b) -> a));
        for (int i = 0; i < steps.size(); i++) {
            for (int j = 0; j < i; j++) {
                overlap(steps.get(j), steps.get(i), byName);
            }
        }
    }

    private void overlap(Planned first, Planned second, Map<String, Planned> byName) {
        if (first.fault().isEmpty() || second.fault().isEmpty()) {
            return;
        }
        Set<Target> shared = new HashSet<>(surely(first, byName));
        shared.retainAll(surely(second, byName));
        boolean together =
                schedule.of(first.step().name()).meets(schedule.of(second.step().name()));
        if (together && !shared.isEmpty()) {
            notes.error(
                    second.aimed(),
                    "`"
                            + String.join(
                                    ", ",
                                    shared.stream().map(Target::text).sorted().toList()) + "` is still broken by `"
                            + first.step().name() + "`",
                    "Two faults on one target undo each other: let the first end, or choose another target.");
        }
    }

    /** Returns what a step hits for sure; what luck or a role chooses goes by the name of the step. */
    private static Set<Target> surely(Planned step, Map<String, Planned> byName) {
        Aim<?> aim = step.aim().orElseThrow();
        if (aim instanceof Aim.Named<?> named) {
            return Set.of(named.target());
        } else if (aim instanceof Aim.Every<?> every) {
            return Set.copyOf(every.targets());
        } else if (aim instanceof Aim.OfStep<?> of && byName.get(of.step()) != null) {
            return surely(Objects.requireNonNull(byName.get(of.step())), byName);
        }
        return Set.of(new Target.HitBy(step.step().name(), TargetKind.NODE));
    }
}
