package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.Operation;
import org.rackdrill.chaos.fault.OperationKind;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Place;

/** Makes the steps of a timeline; a step can only name steps that stand above it, so that nothing runs in circles. */
final class Steps {

    private final Lookup lookup;
    private final Notes notes;
    private final List<Planned> planned = new ArrayList<>();
    private final Map<String, Optional<TargetKind>> names = new LinkedHashMap<>();

    Steps(Lookup lookup) {
        this.lookup = lookup;
        this.notes = lookup.notes();
    }

    /** Returns the steps in the order of the file, those under {@code then} behind the one that they follow. */
    List<Planned> read(List<Said<Chosen>> timeline) {
        for (Said<Chosen> said : timeline) {
            String name = step(said, when(said.value().fields()));
            for (Said<Chosen> next : said.value().fields().get(StepKeys.THEN).orElse(List.of())) {
                name = step(next, new When.After(name, delay(next.value().fields())));
            }
        }
        return planned;
    }

    /** Returns what the steps aim at, by their names. */
    Map<String, Optional<TargetKind>> names() {
        return names;
    }

    /** Returns a sentence that proposes a step. */
    static String likely(Collection<String> steps, String name, Notes notes) {
        return Meant.among(steps, name, notes)
                .map(likely -> "Did you mean `" + likely + "`?")
                .orElse(
                        steps.isEmpty()
                                ? "It is the first: give it a time with `at`."
                                : "There are " + String.join(", ", steps) + ".");
    }

    /** Makes one step and returns its name, which it has even when something is wrong with it. */
    private String step(Said<Chosen> said, When when) {
        String lead = said.value().lead();
        Fields fields = said.value().fields();
        String name = fields.get(StepKeys.NAME).orElseGet(() -> unused(lead));
        if (names.containsKey(name)) {
            notes.error(fields.placeOf(StepKeys.NAME), "two steps are called `" + name + "`", "Give one another name.");
        }
        Aims aims = new Aims(lookup, names);
        Optional<Said<Act>> act = act(lead, fields, aims);
        names.put(name, act.flatMap(it -> kind(it.value())));
        act.ifPresent(it -> planned.add(
                new Planned(new Step(name, when, it.value(), said.place().line()), fields, it.place())));
        return name;
    }

    private String unused(String word) {
        String name = word;
        for (int i = 2; names.containsKey(name); i++) {
            name = word + "-" + i;
        }
        return name;
    }

    private When when(Fields fields) {
        List<Key<?>> starts = List.of(StepKeys.AT, StepKeys.AFTER, StepKeys.DURING);
        List<Key<?>> said = starts.stream().filter(fields::has).toList();
        if (said.size() > 1) {
            notes.error(
                    fields.placeOf(said.get(1)),
                    "`" + said.get(0).name() + "` and `" + said.get(1).name() + "` say twice when it starts",
                    "Write one of them.");
        }
        if (fields.has(StepKeys.DELAY) && !fields.has(StepKeys.AFTER) && !fields.has(StepKeys.DURING)) {
            notes.error(
                    fields.placeOf(StepKeys.DELAY),
                    "`delay` has nothing that it counts from",
                    "Add `after` or `during`, or write `at`.");
        }
        Optional<Said<String>> after = fields.said(StepKeys.AFTER).filter(this::known);
        if (after.isPresent()) {
            return new When.After(after.get().value(), delay(fields));
        }
        Optional<Said<String>> during = fields.said(StepKeys.DURING).filter(this::known);
        return during.isPresent()
                ? new When.During(during.get().value(), delay(fields))
                : new When.At(fields.get(StepKeys.AT).orElse(Duration.ZERO));
    }

    private boolean known(Said<String> step) {
        boolean known = names.containsKey(step.value());
        if (!known) {
            notes.error(
                    step.place(),
                    "no step above is called `" + Meant.shortened(step.value()) + "`",
                    likely(names.keySet(), step.value(), notes));
        }
        return known;
    }

    private static Duration delay(Fields fields) {
        return fields.get(StepKeys.DELAY).orElse(Duration.ZERO);
    }

    private Optional<Said<Act>> act(String lead, Fields fields, Aims aims) {
        for (FaultKind kind : FaultKind.values()) {
            if (kind.word().equals(lead)) {
                return fields.get(FaultKeys.of(kind)).flatMap(own -> fault(kind, own, fields, aims));
            }
        }
        for (OperationKind kind : OperationKind.values()) {
            if (kind.word().equals(lead)) {
                return fields.get(FaultKeys.of(kind)).flatMap(own -> operation(kind, own, fields, aims));
            }
        }
        Place place = fields.placeOf(StepKeys.WAIT_FOR);
        return fields.get(StepKeys.WAIT_FOR)
                .flatMap(probe -> new Probes(aims).read(probe))
                .flatMap(probe ->
                        fields.get(StepKeys.GIVE_UP).map(within -> new Said<>(new Act.Gate(probe, within), place)));
    }

    private Optional<Said<Act>> fault(FaultKind kind, Fields own, Fields fields, Aims aims) {
        return own.said(FaultKeys.OF)
                .flatMap(of -> aims.read(of, kind.targets())
                        .map(aim -> new Said<>(
                                broken(Faults.fault(kind, own), aim, fields.get(StepKeys.FOR)), of.place())));
    }

    private Optional<Said<Act>> operation(OperationKind kind, Fields own, Fields fields, Aims aims) {
        Optional<Said<String>> node = kind == OperationKind.FAILOVER ? own.said(FaultKeys.TO) : own.said(FaultKeys.ON);
        Optional<String> known = node.flatMap(lookup::node);
        return own.said(FaultKeys.OF)
                .flatMap(of -> aims.read(of, kind.targets())
                        .map(aim -> new Said<>(
                                performed(Faults.operation(kind, known), aim, fields.get(StepKeys.WITHIN)),
                                of.place())));
    }

    // The aim was read for the kinds of target that this very fault or operation has, so the types agree.
    @SuppressWarnings("unchecked")
    private static Act broken(Fault<?> fault, Aim<?> aim, Optional<Duration> lasts) {
        return new Act.Break<>((Fault<Target>) fault, (Aim<Target>) aim, lasts);
    }

    @SuppressWarnings("unchecked")
    private static Act performed(Operation<?> operation, Aim<?> aim, Optional<Duration> within) {
        return new Act.Perform<>((Operation<Target>) operation, (Aim<Target>) aim, within);
    }

    private static Optional<TargetKind> kind(Act act) {
        if (act instanceof Act.Break<?> fault) {
            return kind(fault.aim());
        }
        return act instanceof Act.Perform<?> operation ? kind(operation.aim()) : Optional.empty();
    }

    private static Optional<TargetKind> kind(Aim<?> aim) {
        if (aim instanceof Aim.Named<?> named) {
            return Optional.of(named.target().kind());
        } else if (aim instanceof Aim.Every<?> every) {
            return Optional.of(every.targets().get(0).kind());
        } else if (aim instanceof Aim.Any<?> any) {
            return Optional.of(any.among().get(0).kind());
        } else if (aim instanceof Aim.OfStep<?> step) {
            return Optional.of(step.kind());
        }
        return Optional.of(aim instanceof Aim.Holding ? TargetKind.POOL : TargetKind.NODE);
    }
}
