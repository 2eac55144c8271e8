package org.rackdrill.live.world;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.chaos.fault.Undo;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;

/**
 * The protocol of a fault, spoken with the host that does it. What the host has to know about the state of before goes
 * into the undo, and with it into the journal and back to the host.
 */
public final class Faults {
    /** In an undo, the host that does it. */
    static final String AT = "at";

    private final Ways ways;
    private final Messages messages;
    private final Function<Hit, Optional<Duration>> lasts;
    private final Self self;

    /**
     * Speaks with hosts.
     *
     * @param within the longest time that one message may take
     * @param lasts how long a hit is to stay, as its drill says
     */
    public Faults(Lab lab, Hosts hosts, Eyes eyes, Duration within, Function<Hit, Optional<Duration>> lasts) {
        this.ways = new Ways(lab, hosts, eyes);
        this.messages = new Messages(hosts, within);
        this.lasts = lasts;
        self = Self.here(lab, hosts);
    }

    /**
     * What a host says before anything is done.
     *
     * @param refusal why it would not; otherwise empty
     * @param before what an undo needs to know
     */
    record Before(String refusal, Map<String, String> before, Duration settles) {}

    /**
     * Returns whether a hit could be done now, as who would do it says; nothing is changed.
     *
     * @return true, or false with the reason as its value, or unknown when a host did not answer
     */
    public Observation carries(Hit hit) {
        Way way = way(hit);
        if (way.hosts().isEmpty()) {
            return new Observation(Truth.FALSE, way.why(), "");
        }
        String ourselves = self.refuses(hit, way.hosts());
        if (!ourselves.isEmpty()) {
            return new Observation(Truth.FALSE, ourselves, "");
        }
        Reply reply = messages.ask(way.hosts().get(0), "examine", hit, way.words());
        return switch (reply.kind()) {
            case DONE -> new Observation(Truth.TRUE, "", "");
            case REFUSED -> new Observation(Truth.FALSE, reply.why(), "");
            case UNKNOWN -> new Observation(Truth.UNKNOWN, "", reply.why());
        };
    }

    Before examine(Hit hit) {
        Way way = way(hit);
        if (way.hosts().isEmpty()) {
            return new Before(way.why(), Map.of(), Duration.ZERO);
        }
        String ourselves = self.refuses(hit, way.hosts());
        if (!ourselves.isEmpty()) {
            return new Before(ourselves, Map.of(), Duration.ZERO);
        }
        String host = way.hosts().get(0);
        Reply reply = messages.ask(host, "examine", hit, way.words());
        if (!reply.done()) {
            return new Before(reply.why(), Map.of(), Duration.ZERO);
        }
        Map<String, String> before = new TreeMap<>(Messages.values(reply));
        Duration settles = Duration.ofSeconds(seconds(before.remove("settles")));
        before.put(AT, host);
        return new Before("", before, settles);
    }

    private static long seconds(@Nullable String text) {
        return text != null && text.matches("[0-9]{1,6}") ? Long.parseLong(text) : 0;
    }

    Answer arm(Hit hit, Undo undo, Duration lease) {
        Map<String, String> words = words(hit, undo);
        words.put("lease", Long.toString(lease.toSeconds()));
        return tell(hit, undo, "arm", words);
    }

    Answer inject(Hit hit, Undo undo) {
        return tell(hit, undo, "inject", words(hit, undo));
    }

    Answer extend(Hit hit, Undo undo, Duration lease) {
        return tell(hit, undo, "extend", Map.of("lease", Long.toString(lease.toSeconds())));
    }

    Answer undo(Hit hit, Undo undo) {
        return tell(hit, undo, "undo", words(hit, undo));
    }

    /** What was over by itself and then was not, such as a program that is found to be dead late, is undone once more. */
    Answer disarm(Hit hit, Undo undo) {
        Answer answer = tell(hit, undo, "disarm", Map.of());
        return answer.kind() == Answer.Kind.REFUSED && undo(hit, undo).done()
                ? tell(hit, undo, "disarm", Map.of())
                : answer;
    }

    /** Every host that may have it has to say that it is gone. */
    Observation prove(Hit hit, Undo undo) {
        for (String host : hosts(hit, undo)) {
            Observation seen = seen(messages.ask(host, "prove", hit, words(hit, undo)));
            if (seen.truth() != Truth.TRUE) {
                return seen;
            }
        }
        return new Observation(Truth.TRUE, "", "");
    }

    private static Observation seen(Reply reply) {
        String line = reply.body().strip();
        if (!reply.done() || line.startsWith("unknown ")) {
            return new Observation(Truth.UNKNOWN, "", reply.done() ? line.substring(8) : reply.why());
        } else if (line.startsWith("false ")) {
            return new Observation(Truth.FALSE, line.substring(6), "");
        }
        return line.equals("true")
                ? new Observation(Truth.TRUE, "", "")
                : new Observation(Truth.UNKNOWN, "", "the helper answered something that nobody understands");
    }

    private Answer tell(Hit hit, Undo undo, String verb, Map<String, String> words) {
        Answer worst = Answer.DONE;
        for (String host : hosts(hit, undo)) {
            Answer answer = Messages.answer(messages.ask(host, verb, hit, words));
            worst = answer.kind().compareTo(worst.kind()) > 0 ? answer : worst;
        }
        return worst;
    }

    private Way way(Hit hit) {
        return ways.of(hit, lasts.apply(hit));
    }

    private List<String> hosts(Hit hit, Undo undo) {
        String at = undo.before().get(AT);
        return at != null ? List.of(at) : way(hit).hosts();
    }

    private Map<String, String> words(Hit hit, Undo undo) {
        Map<String, String> words = new TreeMap<>(way(hit).words());
        undo.before().forEach((key, value) -> {
            if (!key.equals(AT)) {
                words.put("was-" + key, coded(value));
            }
        });
        return words;
    }

    /** Writes what a request cannot say as {@code %xx}; the helper reads it back. */
    private static String coded(String value) {
        StringBuilder coded = new StringBuilder();
        for (byte letter : value.getBytes(StandardCharsets.UTF_8)) {
            String plain = String.valueOf((char) letter);
            boolean sayable = letter > 0 && letter != '%' && Request.sayable(plain);
            coded.append(sayable ? plain : String.format(Locale.ROOT, "%%%02x", letter & 0xff));
        }
        return coded.toString();
    }
}
