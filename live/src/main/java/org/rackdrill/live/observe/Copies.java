package org.rackdrill.live.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.live.text.Shown;
import org.rackdrill.live.zfs.Properties;
import org.rackdrill.live.zfs.Snapshot;
import org.rackdrill.model.lab.Service;

/** Data and their copies. A copy is as old as the newest snapshot that it shares with the original. */
final class Copies {
    /** How far clocks of a lab may differ before the age of a copy means nothing. */
    private static final Duration SANE = Duration.ofMinutes(5);

    private final Field field;
    private final Lookouts lookouts;
    private final Pools pools;
    private final Clock clock;

    /** The snapshots that an original had when it could still be asked; a copy of them is still a copy when it is lost. */
    private final Map<String, List<Snapshot>> remembered = new ConcurrentHashMap<>();

    Copies(Field field, Lookouts lookouts, Pools pools, Clock clock) {
        this.field = field;
        this.lookouts = lookouts;
        this.pools = pools;
        this.clock = clock;
    }

    /** The newest snapshot in common, or why there is none. */
    private record Newest(Optional<Snapshot> snapshot, Observation without, boolean fromMemory) {}

    Observation fresh(Probe.Fresh probe, Within within) {
        Newest newest = newest(probe.of(), within);
        if (newest.snapshot().isEmpty()) {
            return newest.without();
        }
        Duration age =
                Duration.between(Instant.ofEpochSecond(newest.snapshot().get().created()), clock.instant());
        if (age.compareTo(SANE.negated()) < 0) {
            return Seen.unknown("its newest snapshot is from the future");
        }
        Duration shown = age.isNegative() ? Duration.ZERO : age;
        String value = Seen.time(shown.truncatedTo(ChronoUnit.SECONDS)) + " old"
                + (newest.fromMemory() ? ", as the original was last seen" : "");
        return Seen.of(shown.compareTo(probe.within()) <= 0, value);
    }

    private Newest newest(Target.Copy copy, Within within) {
        Field.Place from = field.original(copy.service()).orElse(null);
        Field.Place to = field.place(copy).orElse(null);
        if (from == null || to == null) {
            return without(Seen.unknown("the lab file does not say which dataset holds it"));
        }
        Map<String, Reply> replies = lookouts.all(
                Stream.of(from.pool().node(), to.pool().node()).distinct().toList(),
                node -> ask(node.equals(to.pool().node()) ? to : from, within),
                node -> Reply.unknown(node + ": zfs-list: no answer in time"),
                within.left());
        Reply there = replies.getOrDefault(to.pool().node(), Reply.unknown("nobody looked"));
        Reply here = replies.getOrDefault(from.pool().node(), there);
        if (from.pool().node().equals(to.pool().node())) {
            here = lookouts.ask(from.pool().node(), request(from, within), within.left());
        }
        if (here.done()) {
            remembered.put(copy.service(), Snapshot.of(from.dataset(), Properties.read(here.body())));
        }
        List<Snapshot> source = remembered.get(copy.service());
        if (!there.done()) {
            return without(Seen.unanswered(there));
        }
        if (source == null) {
            return without(Seen.unanswered(here));
        }
        List<Snapshot> copies = Snapshot.of(to.dataset(), Properties.read(there.body()));
        Optional<Snapshot> newest = Snapshot.newestCommon(source, copies);
        return new Newest(newest, Seen.of(false, "no snapshot in common with the original"), !here.done());
    }

    private static Newest without(Observation why) {
        return new Newest(Optional.empty(), why, false);
    }

    private CompletableFuture<Reply> ask(Field.Place place, Within within) {
        return lookouts.put(place.pool().node(), request(place, within), within.left());
    }

    private static Request request(Field.Place place, Within within) {
        return Within.patient(Request.of("zfs-list").with("dataset", place.dataset()), within.half());
    }

    Observation intact(Target.Copy copy, Within within) {
        Observation pool = pools.intact(copy.at(), within);
        if (pool.truth() != Truth.TRUE) {
            return pool;
        }
        Newest newest = newest(copy, within);
        return newest.snapshot()
                .map(snapshot ->
                        Seen.of(true, "shares " + snapshot.name().replaceFirst(".*@", "") + " with the original"))
                .orElse(newest.without());
    }

    /** Data are intact when every row, or every file of the list that was made of them, is what was written. */
    Observation intact(Service service, List<String> runners, Within within) {
        Optional<String> database = field.reach(service.name()).check().flatMap(Checks::database);
        if (database.isPresent()) {
            return rows(runners, database.get(), within);
        }
        Field.Place place = field.original(service.name()).orElse(null);
        if (place == null) {
            return Seen.unknown("the lab file does not say which dataset holds it");
        }
        Request request = Within.patient(Request.of("files").with("dataset", place.dataset()), within.left());
        Reply reply = lookouts.ask(place.pool().node(), request, within.left());
        if (!reply.done()) {
            return Seen.unanswered(reply);
        }
        Said said = Said.read(reply.body());
        String wrong = said.word("wrong");
        return wrong.matches("\\d+") && said.word("files").matches("[1-9]\\d*")
                ? Seen.of(wrong.equals("0"), said.word("files") + " files, " + wrong + " wrong")
                : Seen.of(false, Shown.text(said.word("trouble")));
    }

    private Observation rows(List<String> runners, String database, Within within) {
        Observation last = Seen.unknown("nobody runs the database");
        for (String node : runners) {
            Request request = Request.of("postgres").with("ask", "rows").with("database", database);
            Reply reply = lookouts.ask(node, Within.patient(request, within.half()), within.left());
            Said said = Said.read(reply.body());
            if (!reply.done()) {
                last = Seen.unanswered(reply);
            } else if (!said.word("answers").equals("yes")) {
                last = Seen.unknown("the database answers no question");
            } else {
                boolean good = said.word("bad").equals("0") && said.word("gaps").equals("0");
                return Seen.of(
                        good,
                        "%s rows, %s missing, %s wrong"
                                .formatted(said.word("rows"), said.word("gaps"), said.word("bad")));
            }
        }
        return last;
    }
}
