package org.rackdrill.live.observe;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Reach;

/** Computers: whether they work, what they reach, their clock and their memory. */
final class Nodes {
    private final Field field;
    private final Lookouts lookouts;
    private final Witness witness;
    private final Clock clock;

    Nodes(Field field, Lookouts lookouts, Witness witness, Clock clock) {
        this.field = field;
        this.lookouts = lookouts;
        this.witness = witness;
        this.clock = clock;
    }

    /** A node works when it does what it is asked; whether one that is silent is down, its neighbours have to say. */
    Observation up(String node, Within within) {
        Reply reply = lookouts.ask(node, Request.of("identity"), within.half());
        if (reply.done()) {
            return Seen.of(true, "answers");
        }
        if (witness.works(new Target.Node(node)) == Truth.FALSE) {
            return Seen.of(false, "has no power");
        }
        Reach.Address address = field.address(node).orElse(null);
        if (address == null) {
            return Seen.unanswered(reply);
        }
        Duration left = within.left();
        Request knock = Within.patient(
                Request.of("port")
                        .with("address", address.host())
                        .with("port", address.port())
                        .with("greeting", "yes"),
                left.dividedBy(2));
        Map<String, Reply> neighbours = lookouts.all(field.neighbours(node), knock, left);
        for (Map.Entry<String, Reply> neighbour : neighbours.entrySet()) {
            Said said = Said.read(neighbour.getValue().body());
            if (neighbour.getValue().done() && said.word("said").startsWith("SSH-")) {
                return Seen.of(true, "answers " + neighbour.getKey());
            }
        }
        return neighbours.entrySet().stream()
                .filter(neighbour -> neighbour.getValue().done())
                .findFirst()
                .map(neighbour -> Seen.of(false, "answers neither us nor " + neighbour.getKey()))
                .orElseGet(() -> Seen.unanswered(reply));
    }

    Observation reaches(String from, String to, Within within) {
        Reach.Address address = field.address(to).orElse(null);
        if (address == null) {
            return Seen.unknown("the lab file does not say where " + to + " is");
        }
        Reply reply = lookouts.ask(
                from, Within.patient(Request.of("ping").with("address", address.host()), within.left()), within.left());
        return reply.done() ? Seen.of(heard(reply), "") : Seen.unanswered(reply);
    }

    /** Returns whether a ping came back. */
    static boolean heard(Reply ping) {
        return ping.done() && ping.body().contains(" 1 received");
    }

    Observation clock(Probe.ClockRight probe, Within within) {
        double before = now();
        Reply reply = lookouts.ask(probe.of().name(), Request.of("clock"), within.left());
        double after = now();
        OptionalDouble there = Said.read(reply.body()).number("epoch");
        if (!reply.done() || there.isEmpty()) {
            return reply.done() ? Seen.unknown("it does not say its time") : Seen.unanswered(reply);
        }
        // It was read somewhere between the question and the answer.
        double off = there.getAsDouble() - (before + after) / 2;
        double doubt = (after - before) / 2;
        double limit = probe.within().toMillis() / 1000.0;
        String value = "off by %s ± %s".formatted(seconds(off), seconds(doubt));
        if (Math.abs(off) + doubt <= limit) {
            return Seen.of(true, value);
        }
        return Math.abs(off) - doubt > limit
                ? Seen.of(false, value)
                : new Observation(Truth.UNKNOWN, value, "the answer took too long to tell");
    }

    private double now() {
        Instant at = clock.instant();
        return at.getEpochSecond() + at.getNano() / 1e9;
    }

    private static String seconds(double seconds) {
        return (seconds < 0 ? "-" : "") + Seen.time(Duration.ofMillis(Math.round(Math.abs(seconds) * 1000)));
    }

    Observation memory(Probe.MemoryFree probe, Within within) {
        Reply reply = lookouts.ask(probe.of().name(), Request.of("memory"), within.left());
        Said said = Said.read(reply.body());
        OptionalDouble free = said.number("available");
        OptionalDouble total = said.number("total");
        if (!reply.done()) {
            return Seen.unanswered(reply);
        }
        if (free.isEmpty() || total.isEmpty() || total.getAsDouble() <= 0) {
            return Seen.unknown("it does not say its memory");
        }
        double share = free.getAsDouble() / total.getAsDouble();
        return Seen.of(share >= probe.atLeast().fraction(), Seen.percent(share) + " free");
    }
}
