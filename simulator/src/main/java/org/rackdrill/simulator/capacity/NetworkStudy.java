package org.rackdrill.simulator.capacity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.compiled.Lifetimes;

/**
 * Whether copies get through their lines in time. What a run carries is what was added since the last one and what was
 * changed: data are rewritten all over in a time that the lab or the catalogue says.
 */
final class NetworkStudy {

    private static final int YEARS = 5;

    private final Lab lab;
    private final LocalDate today;
    private final Unknowns unknowns;
    private final Lines lines;
    private final Drawn rewritten;

    NetworkStudy(Lab lab, LocalDate today, Unknowns unknowns) {
        this.lab = lab;
        this.today = today;
        this.unknowns = unknowns;
        lines = new Lines(lab, unknowns);
        Part transfers = lab.operations().transfers();
        rewritten = unknowns.number(
                "transfers",
                transfers,
                Trait.REWRITTEN,
                Lifetimes.meanHours(transfers.traits().value(Trait.REWRITTEN)));
    }

    /** What makes copies one job: the same way, the same schedule. */
    private record Way(String from, String to, boolean internet, double everyHours, Optional<Service.Hours> window) {
        String name() {
            return from + " to " + to + (internet ? " over the internet" : "");
        }

        /** How long a run may take. */
        double windowHours() {
            return window.map(hours -> Hours.of(hours.length())).orElse(everyHours);
        }

        /** The time whose changes a run carries: what changes outside the window waits for it. */
        double carriesHours() {
            return window.isPresent() ? Math.max(everyHours, Hours.PER_DAY) : everyHours;
        }
    }

    /** A copy and the data that it is of. */
    private record Carried(Copy copy, Service service, Service.Data data) {}

    /** The two nodes of a copy. */
    private record Ends(String from, String to) {}

    NetworkAnswer answer() {
        Map<Way, List<Carried>> ways = new LinkedHashMap<>();
        for (Copy copy : lab.copies()) {
            Optional<Service> service = lab.service(copy.service());
            service.flatMap(Service::data)
                    .filter(data -> !data.at().node().equals(copy.to().node()))
                    .ifPresent(data -> ways.computeIfAbsent(way(copy, data), key -> new ArrayList<>())
                            .add(new Carried(copy, service.orElseThrow(), data)));
        }
        Map<String, Drawn> rates = new LinkedHashMap<>();
        Map<String, Drawn> busy = new LinkedHashMap<>();
        List<NetworkAnswer.Job> jobs = new ArrayList<>();
        ways.forEach((way, carried) -> {
            List<Lines.Line> through = through(carried.get(0));
            Drawn bytes = bytes(way, carried, 0);
            for (Lines.Line line : through) {
                String name = way.internet() ? line.name() : line.name() + " " + way.name();
                rates.put(name, line.bytesPerSecond());
                busy.merge(name, hours(bytes, line.bytesPerSecond()).times(1 / way.carriesHours()), Drawn::plus);
            }
            jobs.add(job(way, carried, through, bytes));
        });
        return new NetworkAnswer(
                jobs,
                rates.entrySet().stream()
                        .map(line -> new NetworkAnswer.Use(
                                line.getKey(),
                                line.getValue().likely(),
                                busy.getOrDefault(line.getKey(), unknowns.certain(0))
                                        .likely()))
                        .toList(),
                lost(ways));
    }

    /** Which jobs stop, some of their copies at least, when one part of a network that is whole today is gone. */
    private List<NetworkAnswer.Lost> lost(Map<Way, List<Carried>> ways) {
        Map<String, Node> nodes = new HashMap<>();
        lab.nodes().forEach(node -> nodes.put(node.name(), node));
        Severed whole = new Severed(lab, nodes, "");
        Map<Way, Set<Ends>> working = new LinkedHashMap<>();
        ways.forEach((way, carried) -> working.put(
                way,
                carried.stream()
                        .map(it ->
                                new Ends(it.data().at().node(), it.copy().to().node()))
                        .filter(ends -> whole.connects(ends.from(), ends.to()))
                        .collect(Collectors.toSet())));
        return lab.network().stream()
                .map(link -> {
                    Severed severed = new Severed(lab, nodes, link.name());
                    return new NetworkAnswer.Lost(
                            link.name(),
                            working.entrySet().stream()
                                    .filter(way -> way.getValue().stream()
                                            .anyMatch(ends -> !severed.connects(ends.from(), ends.to())))
                                    .map(way -> way.getKey().name())
                                    .toList());
                })
                .filter(lost -> !lost.jobs().isEmpty())
                .toList();
    }

    private Way way(Copy copy, Service.Data data) {
        String from = data.at().node();
        String to = copy.to().node();
        boolean internet = !lines.site(from).equals(lines.site(to));
        return new Way(
                internet ? lines.site(from) : from,
                internet ? lines.site(to) : to,
                internet,
                Hours.of(copy.every()),
                copy.window());
    }

    private List<Lines.Line> through(Carried one) {
        return lines.between(one.data().at().node(), one.copy().to().node());
    }

    private List<Lines.Line> back(Carried one) {
        return lines.between(one.copy().to().node(), one.data().at().node());
    }

    private NetworkAnswer.Job job(Way way, List<Carried> carried, List<Lines.Line> through, Drawn bytes) {
        Drawn rate = Lines.rate(through);
        Drawn hours = hours(bytes, rate);
        Drawn more = hours(bytes(way, carried, 1), rate).with(hours, (later, now) -> later - now);
        double all =
                carried.stream().mapToDouble(it -> it.data().size().count()).sum();
        return new NetworkAnswer.Job(
                way.name(),
                way.internet() ? "internet" : "cable",
                Lines.slowest(through).name(),
                way.everyHours(),
                way.window().map(it -> it.from() + "-" + it.to()).orElse(null),
                way.windowHours(),
                rate.likely(),
                bytes.likely(),
                hours.likely(),
                hours.times(1 / way.windowHours()).likely(),
                all,
                hours(unknowns.certain(all), rate).likely(),
                hours(unknowns.certain(all), Lines.rate(back(carried.get(0)))).likely(),
                IntStream.rangeClosed(1, YEARS)
                        .mapToObj(year -> hours(bytes(way, carried, year), rate).likely())
                        .toList(),
                Reached.when(hours, more, way.windowHours(), today),
                hours.map(run -> catchUp(way, run)).likely(),
                carried.stream()
                        .map(it -> new NetworkAnswer.Part(
                                it.service().name(),
                                it.copy().to().toString(),
                                it.copy().by(),
                                bytes(way, it, 0).likely(),
                                hours(bytes(way, it, 0), rate).likely(),
                                hours(unknowns.certain(it.data().size().count()), rate)
                                        .likely()))
                        .toList());
    }

    /** Returns how long a day's backlog takes, while as much is written as ever and the job may run as ever. */
    private static double catchUp(Way way, double runHours) {
        double allowed = Math.min(1, way.windowHours() / way.carriesHours());
        double written = runHours / way.carriesHours();
        return written >= allowed
                ? NetworkAnswer.NEVER_HOURS
                : Math.min(NetworkAnswer.NEVER_HOURS, Hours.PER_DAY * written / (allowed - written));
    }

    private Drawn bytes(Way way, List<Carried> carried, int year) {
        return carried.stream()
                .map(it -> bytes(way, it, year))
                .reduce(Drawn::plus)
                .orElseThrow();
    }

    /** What was added and what was changed since the last run, after some years of growth. */
    private Drawn bytes(Way way, Carried it, int year) {
        Drawn growth = unknowns.setting(
                it.service().name() + " growth",
                it.data().growth(),
                it.data().growthPerYear().count());
        Drawn size = growth.times(year).plus(it.data().size().count());
        Drawn changed = size.over(rewritten).times(way.carriesHours());
        return growth.times(way.carriesHours() / Hours.PER_YEAR).plus(changed);
    }

    private static Drawn hours(Drawn bytes, Drawn bytesPerSecond) {
        return bytes.over(bytesPerSecond).map(Hours::ofSeconds);
    }
}
