package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.systemd.UnitPast;
import org.rackdrill.live.systemd.UnitStatus;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Service;

/**
 * Whether something ran twice in a time that nobody could see, by what the systemd of each node remembers afterwards: when
 * its unit began and ended the last time. What went on before that is taken for running, and so is what went on before a
 * boot where no journal tells, so that only "never twice" can be known; and of a unit that nobody wants and that has ended,
 * systemd remembers nothing.
 */
final class Runs {
    /** How often the nodes are asked when their answers came too slowly to tell. */
    private static final int LOOKS = 10;

    private final Field field;
    private final Lookouts lookouts;
    private final Clusters clusters;

    Runs(Field field, Lookouts lookouts, Clusters clusters) {
        this.field = field;
        this.lookouts = lookouts;
        this.clusters = clusters;
    }

    /**
     * A time in which a unit may have run, by {@link System#nanoTime}.
     *
     * @param from the earliest moment at which it may have begun
     * @param to the latest at which it may have ended
     */
    record Span(long from, long to) {
        boolean meets(Span other) {
            return from < other.to && other.from < to;
        }
    }

    /**
     * What a node said, whose own clock stands for a moment between these two of ours.
     *
     * @param asked by {@link System#nanoTime}
     * @param answered by {@link System#nanoTime}
     */
    record Told(UnitStatus.Ages ages, UnitPast past, long asked, long answered) {}

    /** Returns whether a service ran on one node at most at any moment since so long ago. */
    Observation neverTwice(Service service, Duration ago, Within within) {
        long since = System.nanoTime() - ago.toNanos();
        Optional<String> unit = unit(service, within);
        if (unit.isEmpty()) {
            return Seen.unknown("nobody knows of which unit of systemd it is made");
        }
        Duration patience = within.half();
        long enough = System.nanoTime() + patience.toNanos();
        Observation seen = look(service, unit.get(), since, within);
        // Who answers fast says more exactly when it was: a node that is busy now may be less so in a moment.
        for (int looks = 1; looks < LOOKS && seen.truth() != Truth.TRUE && System.nanoTime() < enough; looks++) {
            seen = look(service, unit.get(), since, within);
        }
        return seen;
    }

    private Observation look(Service service, String unit, long since, Within within) {
        Map<String, Told> told = new LinkedHashMap<>();
        for (String node : candidates(service)) {
            Optional<Told> one = ask(node, unit, since, within);
            if (one.isEmpty()) {
                return Seen.unknown(node + " does not say when it ran there");
            }
            if (forgets(one.get().ages(), Duration.ofNanos(one.get().answered() - since))) {
                return Seen.unknown(
                        "nothing wants " + unit + " on " + node + ", so that its systemd forgets when it ran");
            }
            told.put(node, one.get());
        }
        long now = System.nanoTime();
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        told.forEach((node, one) -> spans.put(node, spans(one, since, now)));
        return judged(spans);
    }

    private Optional<Told> ask(String node, String unit, long since, Within within) {
        Request request = Within.patient(Request.of("unit").with("unit", unit), within.left());
        long asked = System.nanoTime();
        Reply reply = lookouts.ask(node, request, within.left());
        long answered = System.nanoTime();
        List<UnitStatus> units = UnitStatus.read(reply.body());
        Optional<UnitStatus.Ages> ages =
                reply.done() && units.size() == 1 ? units.get(0).ages() : Optional.empty();
        if (ages.isEmpty() || ages.get().boot().toNanos() >= answered - since) {
            return ages.map(it -> new Told(it, UnitPast.NONE, asked, answered));
        }
        Request before = Within.patient(
                Request.of("unit-past").with("unit", unit).with("since", seconds(System.nanoTime() - since)),
                within.left());
        Reply past = lookouts.ask(node, before, within.left());
        // Both lie between the first question and the last answer.
        return Optional.of(new Told(
                ages.get(), past.done() ? UnitPast.read(past.body()) : UnitPast.NONE, asked, System.nanoTime()));
    }

    private static String seconds(long nanos) {
        return Long.toString(1 + nanos / 1_000_000_000);
    }

    private static Observation judged(Map<String, List<Span>> spans) {
        List<String> nodes = List.copyOf(spans.keySet());
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                for (Span one : spans.getOrDefault(nodes.get(i), List.of())) {
                    if (spans.getOrDefault(nodes.get(j), List.of()).stream().anyMatch(one::meets)) {
                        return Seen.unknown("it may have run on " + nodes.get(i) + " and " + nodes.get(j));
                    }
                }
            }
        }
        return Seen.of(true, "on one node at a time, as the nodes remember");
    }

    /** Returns whether it may have run, and nobody would know: an end is remembered no longer than somebody wants it. */
    static boolean forgets(UnitStatus.Ages ages, Duration ago) {
        boolean allTheTime =
                ages.began().filter(began -> began.compareTo(ago) >= 0).isPresent();
        return !ages.kept() && ages.ended().isEmpty() && !allTheTime;
    }

    /** Returns when it may have run until now: before its last end nobody knows since when. */
    static List<Span> spans(Told told, long since, long now) {
        UnitStatus.Ages ages = told.ages();
        List<Span> spans = new ArrayList<>();
        boolean runs = ages.began().isPresent()
                && (ages.ended().isEmpty()
                        || ages.began().get().compareTo(ages.ended().get()) < 0);
        if (runs) {
            spans.add(new Span(Math.max(since, told.asked() - ages.began().get().toNanos()), now));
        }
        ages.ended().ifPresent(ended -> spans.add(new Span(since, told.answered() - ended.toNanos())));
        told.past()
                .mayHaveRun(Duration.ofNanos(told.answered() - since), ages.boot())
                .forEach(it -> spans.add(new Span(
                        Math.max(since, told.asked() - it.began().toNanos()),
                        told.answered() - it.ended().toNanos())));
        return spans.stream().filter(span -> span.from() < span.to()).toList();
    }

    private Optional<String> unit(Service service, Within within) {
        Optional<String> named = field.reach(service.name()).unit();
        Optional<String> resource = field.reach(service.name()).resource();
        Optional<Cluster> cluster = service.cluster().flatMap(field.lab()::cluster);
        return named.or(() -> resource.flatMap(
                        name -> cluster.map(it -> clusters.status(it, within).units(name)))
                .filter(units -> units.size() == 1)
                .map(units -> units.iterator().next()));
    }

    private List<String> candidates(Service service) {
        return service.cluster()
                .flatMap(field.lab()::cluster)
                .filter(it -> field.reach(service.name()).resource().isPresent())
                .map(Cluster::members)
                .orElseGet(() -> field.candidates(service));
    }
}
