package org.rackdrill.chaos.drill.reading;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Approval;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Calendar;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** Makes the drill of a file, section by section, for the lab that it names. */
final class DrillAssembly {

    private final Lookup lookup;
    private final Notes notes;
    private final Fields file;

    DrillAssembly(Lookup lookup, Fields file) {
        this.lookup = lookup;
        this.notes = lookup.notes();
        this.file = file;
    }

    Drill drill() {
        Probes still = new Probes(new Aims(lookup, Map.of()));
        Set<WorldKind> worlds = set(DrillKeys.WORLDS, WorldKind.SIM);
        Steps timeline = new Steps(lookup);
        List<Planned> steps = timeline.read(list(DrillKeys.TIMELINE));
        Schedule schedule = new Schedule(steps);
        new TimelineRules(steps, schedule, notes).check(worlds, file.has(DrillKeys.SEED));
        Expectations expectations = new Expectations(new Probes(new Aims(lookup, timeline.names())), steps, schedule);
        List<Said<Expectation>> expected = new ArrayList<>();
        for (Said<Chosen> said : list(DrillKeys.EXPECT)) {
            expectations.read(said).ifPresent(one -> expected.add(new Said<>(one, said.place())));
        }
        BlastRadius radius = file.get(DrillKeys.BLAST_RADIUS)
                .map(fields -> new Radius(lookup).read(fields, steps, schedule))
                .orElse(BlastRadius.AS_AIMED);
        if (!file.has(DrillKeys.STEADY)) {
            notes.warning(
                    file.place(),
                    "without `steady` nobody looks whether the lab is healthy before and after",
                    "Add `steady: [{up: ...}]`.");
        }
        return new Drill(
                file.get(DrillKeys.NAME).orElse(""),
                file.get(DrillKeys.LAB).orElse(""),
                file.get(DrillKeys.WHY).orElse(""),
                worlds,
                file.get(DrillKeys.SEED),
                steady(still),
                steps.stream().map(Planned::step).toList(),
                expected.stream().map(Said::value).toList(),
                guardrails(still),
                radius,
                new HashSet<>(values(DrillKeys.ACCEPTS)),
                file.get(DrillKeys.CALENDAR).map(DrillAssembly::calendar),
                approvals(timeline.names().keySet()),
                new Lasts(notes, steps, schedule, expectations).read(file, expected));
    }

    private List<Steady> steady(Probes probes) {
        List<Steady> steady = new ArrayList<>();
        for (Said<Chosen> said : list(DrillKeys.STEADY)) {
            Optional<Duration> tolerates =
                    said.value().fields().get(ProbeKeys.TOLERATES).orElse(Optional.of(Duration.ZERO));
            probes.read(said.value()).ifPresent(probe -> steady.add(new Steady(probe, tolerates)));
        }
        return steady;
    }

    private List<Guardrail> guardrails(Probes probes) {
        List<Guardrail> guardrails = new ArrayList<>();
        for (Said<Chosen> said : list(DrillKeys.ABORT_UNLESS)) {
            Duration patience = said.value().fields().get(ProbeKeys.PATIENCE).orElse(Duration.ZERO);
            probes.read(said.value()).ifPresent(probe -> guardrails.add(new Guardrail(probe, patience)));
        }
        return guardrails;
    }

    private List<Approval> approvals(Set<String> steps) {
        List<Approval> approvals = new ArrayList<>();
        for (Said<Fields> said : file.get(DrillKeys.APPROVALS).orElse(List.of())) {
            Optional<Said<String>> before = said.value().said(DrillKeys.BEFORE);
            if (before.isPresent() && !steps.contains(before.get().value())) {
                notes.error(
                        before.get().place(),
                        "no step is called `" + before.get().value() + "`",
                        Steps.likely(steps, before.get().value(), notes));
            }
            approvals.add(new Approval(said.value().get(DrillKeys.BY).orElse(""), before.map(Said::value)));
        }
        return approvals;
    }

    private static Calendar calendar(Fields fields) {
        List<DayOfWeek> days = fields.get(DrillKeys.DAYS)
                .map(said -> said.stream().map(Said::value).toList())
                .orElse(List.of());
        return new Calendar(
                fields.get(DrillKeys.EVERY),
                fields.get(DrillKeys.HOURS),
                days.isEmpty() ? EnumSet.allOf(DayOfWeek.class) : EnumSet.copyOf(days),
                fields.get(DrillKeys.NOT_ON).orElse(List.of()).stream()
                        .map(Said::value)
                        .toList(),
                new HashSet<>(fields.get(DrillKeys.NOT_WHILE).orElse(List.of()).stream()
                        .map(Said::value)
                        .toList()));
    }

    private <T> Set<T> set(Key<List<Said<T>>> key, T fallback) {
        List<T> said = values(key);
        return said.isEmpty() ? Set.of(fallback) : new HashSet<>(said);
    }

    private <T> List<T> values(Key<List<Said<T>>> key) {
        return file.get(key).orElse(List.of()).stream().map(Said::value).toList();
    }

    private List<Said<Chosen>> list(Key<List<Said<Chosen>>> key) {
        return file.get(key).orElse(List.of());
    }
}
