package org.rackdrill.live.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Node;

/** What the helpers of a lab's hosts have written down. */
public final class HostLedger implements Ledger {
    private static final Duration WITHIN = Duration.ofSeconds(10);

    /** Writes that were confirmed so long before a fault are not asked for again: they were there when it struck. */
    private static final Duration LOOK_BACK = Duration.ofMinutes(30);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,12})?");

    private final Lab lab;
    private final Hosts hosts;
    private final Eyes eyes;
    private final Function<Target.Copy, Optional<Restored>> restores;

    /**
     * Reads what hosts have written down.
     *
     * @param restores the last restore of a copy in this run
     */
    public HostLedger(Lab lab, Hosts hosts, Eyes eyes, Function<Target.Copy, Optional<Restored>> restores) {
        this.lab = lab;
        this.hosts = hosts;
        this.eyes = eyes;
        this.restores = restores;
    }

    @Override
    public Optional<Restored> restored(Target.Copy copy) {
        return restores.apply(copy);
    }

    @Override
    public Optional<Missing> missing(String service, Instant before) {
        SortedMap<Long, Double> confirmed = confirmed(before);
        Optional<Set<Long>> kept = confirmed.isEmpty() ? Optional.empty() : kept(service, confirmed.firstKey());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        double whole = whole(confirmed, kept.get(), before.toEpochMilli() / 1e3);
        List<Double> missing = confirmed.entrySet().stream()
                .filter(write -> write.getValue() > whole && !kept.get().contains(write.getKey()))
                .map(Map.Entry::getValue)
                .sorted()
                .toList();
        return Optional.of(
                new Missing(missing.size(), missing.stream().findFirst().map(HostLedger::instant)));
    }

    /**
     * Returns when the newest write was confirmed of those before a moment that are there still: what is missing from
     * before that, an earlier accident has taken.
     */
    private static double whole(SortedMap<Long, Double> confirmed, Set<Long> kept, double before) {
        return confirmed.entrySet().stream()
                .filter(write -> write.getValue() <= before && kept.contains(write.getKey()))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElse(Double.NEGATIVE_INFINITY);
    }

    /** Returns the numbers of writes that were confirmed, and when, in the last while before a moment and since. */
    private SortedMap<Long, Double> confirmed(Instant before) {
        Request request = Request.of("acknowledged")
                .with("since", Long.toString(before.minus(LOOK_BACK).getEpochSecond()));
        SortedMap<Long, Double> writes = new TreeMap<>();
        lab.nodes().stream()
                .flatMap(node -> body(node.name(), request).stream())
                .flatMap(String::lines)
                .map(line -> line.split(" ", -1))
                .filter(words -> words.length == 2 && NUMBER.matcher(words[0]).matches() && decimal(words[1]))
                .forEach(words -> writes.put(Long.parseLong(words[0]), Double.parseDouble(words[1])));
        return writes;
    }

    private Optional<Set<Long>> kept(String service, long from) {
        Request request = Request.of("rows").with("from", Long.toString(from));
        return places(service)
                .flatMap(node -> body(node, request).stream())
                .findFirst()
                .map(rows -> {
                    Set<Long> numbers = new HashSet<>();
                    rows.lines()
                            .map(String::strip)
                            .filter(line -> NUMBER.matcher(line).matches())
                            .forEach(line -> numbers.add(Long.parseLong(line)));
                    return numbers;
                });
    }

    private Stream<String> places(String service) {
        List<String> everywhere = lab.nodes().stream().map(Node::name).toList();
        return Stream.concat(eyes.runs(service).stream(), everywhere.stream()).distinct();
    }

    @Override
    public Observation neverTwice(String service, Duration ago) {
        return eyes.neverTwice(service, ago);
    }

    @Override
    public Optional<Stop> lastStop(String node, Instant after) {
        Optional<Map<String, String>> told = hosts.host(node)
                .map(host -> host.ask(Request.of("last-stop"), WITHIN))
                .filter(Reply::done)
                .map(Messages::values);
        Optional<Instant> at =
                told.map(it -> it.get("at")).filter(HostLedger::decimal).map(text -> instant(Double.parseDouble(text)));
        if (at.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> charge = told.map(it -> it.get("charge"))
                .filter(HostLedger::decimal)
                .map(text -> Double.parseDouble(text) / 100);
        return Optional.of(new Stop(at.get(), !at.get().isBefore(after), charge));
    }

    private Optional<String> body(String node, Request request) {
        Optional<Host> host = hosts.host(node);
        return host.map(it -> it.ask(request, WITHIN)).filter(Reply::done).map(Reply::body);
    }

    /** What a host says is read like everything from outside: it may be anything. */
    private static boolean decimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private static Instant instant(double epoch) {
        return Instant.ofEpochMilli(Math.round(epoch * 1e3));
    }
}
