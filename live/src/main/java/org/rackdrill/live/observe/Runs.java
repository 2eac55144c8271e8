package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.systemd.UnitStatus;
import org.rackdrill.model.lab.Cluster;
import org.rackdrill.model.lab.Service;

/**
 * Whether something ran twice in a time that nobody could see, by what the systemd of each node remembers afterwards: when
 * its unit began and ended the last time. What went on before that, or before a boot, is taken for running, so that only
 * "never twice" can be known; and of a unit that nobody wants and that has ended, systemd remembers nothing.
 */
final class Runs {
    private final Field field;
    private final Lookouts lookouts;
    private final Clusters clusters;

    Runs(Field field, Lookouts lookouts, Clusters clusters) {
        this.field = field;
        this.lookouts = lookouts;
        this.clusters = clusters;
    }

    /**
     * A time in which a unit may have run.
     *
     * @param from how long ago it began
     * @param to how long ago it ended
     */
    record Span(Duration from, Duration to) {
        /** Returns whether they may have met, when what is told of the two is told so far apart at most. */
        boolean meets(Span other, Duration apart) {
            return from.plus(apart).compareTo(other.to) > 0
                    && other.from.plus(apart).compareTo(to) > 0;
        }
    }

    /** Returns whether a service ran on one node at most at any moment since so long ago. */
    Observation neverTwice(Service service, Duration ago, Within within) {
        Optional<String> unit = unit(service, within);
        if (unit.isEmpty()) {
            return Seen.unknown("nobody knows of which unit of systemd it is made");
        }
        Request request = Within.patient(Request.of("unit").with("unit", unit.get()), within.left());
        long asked = System.nanoTime();
        Map<String, Reply> replies = lookouts.all(candidates(service), request, within.left());
        // Each node counts from its own answer, and those come so far apart at most.
        Duration apart = Duration.ofNanos(System.nanoTime() - asked);
        Duration all = ago.plus(apart);
        Map<String, List<Span>> spans = new LinkedHashMap<>();
        for (Map.Entry<String, Reply> reply : replies.entrySet()) {
            Optional<UnitStatus.Ages> ages = ages(reply.getValue());
            if (ages.isEmpty()) {
                return Seen.unknown(reply.getKey() + " does not say when it ran there");
            }
            if (forgets(ages.get(), all)) {
                return Seen.unknown("nothing wants " + unit.get() + " on " + reply.getKey()
                        + ", so that its systemd forgets when it ran");
            }
            spans.put(reply.getKey(), spans(ages.get(), all));
        }
        return judged(spans, apart);
    }

    private static Optional<UnitStatus.Ages> ages(Reply reply) {
        List<UnitStatus> units = UnitStatus.read(reply.body());
        return reply.done() && units.size() == 1 ? units.get(0).ages() : Optional.empty();
    }

    private static Observation judged(Map<String, List<Span>> spans, Duration apart) {
        List<String> nodes = List.copyOf(spans.keySet());
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                for (Span one : spans.getOrDefault(nodes.get(i), List.of())) {
                    if (spans.getOrDefault(nodes.get(j), List.of()).stream().anyMatch(it -> one.meets(it, apart))) {
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

    /** Returns when it may have run: before its last end nobody knows since when. */
    static List<Span> spans(UnitStatus.Ages ages, Duration ago) {
        List<Span> spans = new ArrayList<>();
        boolean runs = ages.began().isPresent()
                && (ages.ended().isEmpty()
                        || ages.began().get().compareTo(ages.ended().get()) < 0);
        if (runs) {
            Duration began = ages.began().get();
            spans.add(new Span(began.compareTo(ago) < 0 ? began : ago, Duration.ZERO));
        }
        ages.ended().filter(ended -> ended.compareTo(ago) < 0).ifPresent(ended -> spans.add(new Span(ago, ended)));
        if (ages.boot().compareTo(ago) < 0) {
            spans.add(new Span(ago, ages.boot()));
        }
        return spans;
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
