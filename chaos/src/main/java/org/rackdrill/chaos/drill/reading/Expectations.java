package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.fault.OperationKind;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Place;

/**
 * Makes expectations, and refuses those that could never be judged.
 *
 * @param steps all of the timeline
 */
record Expectations(Probes probes, List<Planned> steps, Schedule schedule) {

    /** Returns the expectation, or nothing after having noted what is wrong with it. */
    Optional<Expectation> read(Said<Chosen> said) {
        Fields fields = said.value().fields();
        Optional<String> since = since(fields, said.place());
        Optional<Duration> within = fields.get(ExpectationKeys.WITHIN);
        return switch (said.value().lead()) {
            case "recovers" ->
                working(fields, ExpectationKeys.RECOVERS)
                        .flatMap(of -> within.map(time -> new Expectation.Recovers(of, time, since)));
            case "down" ->
                working(fields, ExpectationKeys.DOWN)
                        .flatMap(of ->
                                fields.get(ExpectationKeys.AT_MOST).map(time -> new Expectation.Down(of, time, since)));
            case "loses" -> loses(fields, since);
            case "restores" -> restores(fields, since);
            case "alarm" -> alarm(fields, since);
            case "redundancy" ->
                probes.redundant(fields, ExpectationKeys.REDUNDANCY)
                        .flatMap(of -> within.map(time -> new Expectation.RedundancyBack(of, time, since)));
            case "nothing-else" -> Optional.of(nothingElse(fields));
            case "always" -> probe(fields, ExpectationKeys.ALWAYS).map(probe -> new Expectation.Always(probe, since));
            case "eventually" ->
                probe(fields, ExpectationKeys.EVENTUALLY)
                        .flatMap(probe -> within.map(time -> new Expectation.Eventually(probe, time, since)));
            case "shuts-down" -> shutsDown(fields, since);
            case "hands" -> fields.get(ExpectationKeys.HANDS).map(most -> new Expectation.Hands(most, since));
            default ->
                throw new IllegalStateException(
                        "no expectation is called " + said.value().lead());
        };
    }

    private Optional<String> since(Fields fields, Place start) {
        Optional<Said<String>> said = fields.said(ExpectationKeys.SINCE);
        List<String> names = steps.stream().map(it -> it.step().name()).toList();
        if (said.isPresent() && !names.contains(said.get().value())) {
            notes().error(
                            said.get().place(),
                            "no step is called `" + said.get().value() + "`",
                            Steps.likely(names, said.get().value(), notes()));
        }
        boolean counts = fields.has(ExpectationKeys.WITHIN) || fields.has(ExpectationKeys.AT_MOST);
        boolean whole = steps.size() == probes.aims().above().size();
        if (said.isEmpty() && counts && first().isEmpty() && !steps.isEmpty() && whole) {
            notes().error(
                            start,
                            "its time is counted from the first fault, and nothing is broken in this drill",
                            "Add `since: " + names.get(0) + "`.");
        }
        return said.map(Said::value);
    }

    private Optional<Planned> first() {
        return steps.stream().filter(it -> it.fault().isPresent()).findFirst();
    }

    private Optional<Target> working(Fields fields, Key<String> key) {
        return probes.target(fields, key, ProbeKeys.WORKING);
    }

    private Optional<Probe> probe(Fields fields, Key<Chosen> key) {
        return fields.get(key).flatMap(probes::read);
    }

    private Optional<Expectation> loses(Fields fields, Optional<String> since) {
        return probes.one(fields, ExpectationKeys.LOSES, TargetKind.DATASET, Target.Dataset.class)
                .flatMap(of -> fields.get(ExpectationKeys.LAST).map(most -> new Expectation.Loses(of, most, since)));
    }

    private Optional<Expectation> restores(Fields fields, Optional<String> since) {
        Optional<Target.Copy> of = probes.one(fields, ExpectationKeys.RESTORES, TargetKind.COPY, Target.Copy.class);
        boolean proven = steps.stream().anyMatch(it -> it.fields().has(FaultKeys.of(OperationKind.RESTORE_PROOF)));
        if (of.isPresent() && !proven) {
            notes().error(
                            fields.placeOf(ExpectationKeys.RESTORES),
                            "nothing restores `" + of.get().text() + "`, so nobody will ever know",
                            "Add a step `restore-proof: " + of.get().text() + "`.");
        }
        return of.flatMap(copy -> fields.get(ExpectationKeys.WITHIN)
                .map(within -> new Expectation.Restores(
                        copy,
                        within,
                        fields.get(ExpectationKeys.MATCHES).orElse(true),
                        fields.get(ExpectationKeys.AGE),
                        since)));
    }

    private Optional<Expectation> alarm(Fields fields, Optional<String> since) {
        Optional<Target> about = probes.target(fields, ExpectationKeys.ALARM, ProbeKeys.ALARMING);
        if (lab().operations().operator().noticesBy().isEmpty()) {
            notes().error(
                            fields.placeOf(ExpectationKeys.ALARM),
                            "nobody raises an alarm in this lab",
                            "Leave it out, or name who does under `operator: {notices-by: ...}` in the lab.");
        }
        return about.flatMap(of -> fields.get(ExpectationKeys.WITHIN)
                .map(within -> new Expectation.Alarm(
                        of, within, fields.get(ExpectationKeys.CLEARS).orElse(false), since)));
    }

    private Expectation nothingElse(Fields fields) {
        List<Target> but = new Radius(probes.aims().lookup())
                .targets(fields.get(ExpectationKeys.NOTHING_ELSE).orElse(List.of()));
        return new Expectation.NothingElse(but);
    }

    private Optional<Expectation> shutsDown(Fields fields, Optional<String> since) {
        Optional<Target.Node> node = probes.one(fields, ExpectationKeys.SHUTS_DOWN, TargetKind.NODE, Target.Node.class);
        boolean buffered = node.flatMap(of -> lab().node(of.name()))
                .filter(it ->
                        lab().ups().stream().anyMatch(ups -> it.poweredBy().contains(ups.name())))
                .isPresent();
        if (node.isPresent() && fields.has(ExpectationKeys.CHARGE_LEFT) && !buffered) {
            notes().error(
                            fields.placeOf(ExpectationKeys.CHARGE_LEFT),
                            "`" + node.get().name() + "` hangs on no UPS, so no charge can be left",
                            "Leave `charge-left` out.");
        }
        return node.map(of -> new Expectation.ShutsDown(of, fields.get(ExpectationKeys.CHARGE_LEFT), since));
    }

    private Lab lab() {
        return probes.aims().lookup().things().lab();
    }

    private Notes notes() {
        return probes.aims().lookup().notes();
    }

    /** Returns the moment until which an expectation has to look; nothing when nobody can tell. */
    Optional<Duration> lookUntil(Expectation expectation) {
        Optional<String> since =
                expectation.since().or(() -> first().map(it -> it.step().name()));
        return since.flatMap(step -> schedule.of(step).latest()).map(start -> start.plus(expectation.needs()));
    }

    /** Returns the earliest moment at which an expectation can have been judged. */
    Duration earliestLook(Expectation expectation) {
        Optional<String> since =
                expectation.since().or(() -> first().map(it -> it.step().name()));
        return since.map(step -> schedule.of(step).earliest().plus(expectation.needs()))
                .orElse(Duration.ZERO);
    }
}
