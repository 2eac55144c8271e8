package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.fault.TargetKind;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Said;

/**
 * Makes probes.
 *
 * @param aims knows the steps whose targets a probe may look at
 */
record Probes(Aims aims) {

    private static final Pattern OF_STEP = Pattern.compile("the target of (\\S+)");

    /** Returns the probe, or nothing after having noted what is wrong with it. */
    Optional<Probe> read(Chosen chosen) {
        Fields fields = chosen.fields();
        return switch (chosen.lead()) {
            case "up" -> target(fields, ProbeKeys.UP, ProbeKeys.WORKING).map(Probe.Up::new);
            case "answers" ->
                guest(fields, ProbeKeys.ANSWERS, any -> true, "")
                        .flatMap(of -> time(fields).map(time -> new Probe.Answers(of, time)));
            case "runs" -> runs(fields);
            case "runs-once" ->
                guest(fields, ProbeKeys.RUNS_ONCE, it -> !it.on().isEmpty(), "runs on no node")
                        .map(Probe.RunsOnce::new);
            case "quorate" ->
                one(fields, ProbeKeys.QUORATE, TargetKind.CLUSTER, Target.Cluster.class)
                        .map(Probe.Quorate::new);
            case "redundant" -> redundant(fields, ProbeKeys.REDUNDANT).map(Probe.Redundant::new);
            case "used" ->
                one(fields, ProbeKeys.USED, TargetKind.POOL, Target.Pool.class)
                        .flatMap(of -> fields.get(ProbeKeys.AT_MOST).map(most -> new Probe.Used(of, most)));
            case "fresh" ->
                one(fields, ProbeKeys.FRESH, TargetKind.COPY, Target.Copy.class)
                        .flatMap(of -> time(fields).map(time -> new Probe.Fresh(of, time)));
            case "intact" -> target(fields, ProbeKeys.INTACT, ProbeKeys.HARMED).map(Probe.Intact::new);
            case "on-mains" ->
                one(fields, ProbeKeys.ON_MAINS, TargetKind.UPS, Target.Ups.class)
                        .map(Probe.OnMains::new);
            case "charged" ->
                one(fields, ProbeKeys.CHARGED, TargetKind.UPS, Target.Ups.class)
                        .flatMap(of -> least(fields).map(least -> new Probe.Charged(of, least)));
            case "reaches" ->
                node(fields, ProbeKeys.REACHES)
                        .flatMap(of -> fields.said(ProbeKeys.TO)
                                .flatMap(aims.lookup()::node)
                                .map(to -> new Probe.Reaches(of, to)));
            case "clock" ->
                node(fields, ProbeKeys.CLOCK).flatMap(of -> time(fields).map(time -> new Probe.ClockRight(of, time)));
            case "memory-free" ->
                node(fields, ProbeKeys.MEMORY_FREE)
                        .flatMap(of -> least(fields).map(least -> new Probe.MemoryFree(of, least)));
            case "no-alarm" ->
                target(fields, ProbeKeys.NO_ALARM, ProbeKeys.ALARMING).map(Probe.NoAlarm::new);
            default -> throw new IllegalStateException("no probe is called " + chosen.lead());
        };
    }

    /** Returns what a key names, or what a step above has hit. */
    Optional<Target> target(Fields fields, Key<String> key, List<TargetKind> kinds) {
        return fields.said(key).flatMap(said -> target(said, kinds));
    }

    private Optional<Target> target(Said<String> said, List<TargetKind> kinds) {
        Matcher matcher = OF_STEP.matcher(said.value().strip());
        if (!matcher.matches()) {
            return aims.lookup().target(said, kinds);
        }
        // Reading it as an aim notes when the step is unknown or of another sort.
        return aims.read(said, kinds)
                .flatMap(aim -> aims.kindOf(new Said<>(String.valueOf(matcher.group(1)), said.place()))
                        .map(kind -> new Target.HitBy(String.valueOf(matcher.group(1)), kind)));
    }

    /** Returns what a key names, when it was built with any redundancy. */
    Optional<Target> redundant(Fields fields, Key<String> key) {
        Optional<Target> target = target(fields, key, ProbeKeys.REDUNDANT_THINGS);
        Optional<String> lacks =
                target.flatMap(it -> new Redundancy(aims.lookup().things().lab()).lackOf(it));
        lacks.ifPresent(why -> aims.lookup()
                .notes()
                .error(
                        fields.said(key).map(Said::place).orElse(fields.place()),
                        "`" + target.map(Target::text).orElse("") + "` has no redundancy that could be lost: " + why,
                        "Name something that has, or change the lab."));
        return lacks.isPresent() ? Optional.empty() : target;
    }

    private Optional<Probe> runs(Fields fields) {
        Optional<Target.Service> of =
                guest(fields, ProbeKeys.RUNS, it -> !it.on().isEmpty(), "runs on no node");
        Optional<String> on = fields.said(ProbeKeys.ON).flatMap(aims.lookup()::node);
        return of.flatMap(service -> on.map(node -> new Probe.RunsOn(service, node)));
    }

    private Optional<Target.Service> guest(Fields fields, Key<String> key, Predicate<Service> suitable, String lacks) {
        return fields.said(key)
                .flatMap(said -> aims.lookup().service(said, suitable, lacks))
                .map(service -> new Target.Service(service.name()));
    }

    private Optional<Target.Node> node(Fields fields, Key<String> key) {
        return one(fields, key, TargetKind.NODE, Target.Node.class);
    }

    /** Returns what a key names, of one sort. */
    <T extends Target> Optional<T> one(Fields fields, Key<String> key, TargetKind kind, Class<T> type) {
        Function<Target, T> cast = type::cast;
        return fields.said(key)
                .flatMap(said -> aims.lookup().target(said, List.of(kind)))
                .map(cast);
    }

    private static Optional<Duration> time(Fields fields) {
        return fields.get(ProbeKeys.WITHIN);
    }

    private static Optional<Share> least(Fields fields) {
        return fields.get(ProbeKeys.AT_LEAST);
    }
}
