package org.rackdrill.live.operation;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/**
 * One pass over the steps of an operation. Each step is begun on its host under a key of its own, or asked how it
 * stands; after the first that is not done, the rest is left for a later pass. So whoever was interrupted goes on where
 * it stopped, and nothing is done twice.
 */
final class Errand {
    private static final Duration WITHIN = Duration.ofSeconds(8);

    private final Hosts hosts;
    private final String key;
    private final SortedMap<String, String> facts = new TreeMap<>();
    private final Map<String, String> silences = new HashMap<>();
    private Told end = Told.ended(Answer.DONE, Map.of());

    Errand(Hosts hosts, String key) {
        this.hosts = hosts;
        this.key = key;
    }

    /** Returns whether there is anything to do in this pass. */
    boolean goesOn() {
        return end.answer().done();
    }

    /** Ends this pass without success. */
    void refuse(String why) {
        stop(Told.ended(Answer.refused(why), Map.of()));
    }

    /** Ends this pass; there will be another. */
    void waitFor(String what) {
        stop(Told.running(what));
    }

    private void stop(Told told) {
        if (goesOn()) {
            end = told;
        }
    }

    /** Takes down something that was found. */
    void fact(String name, String value) {
        facts.put(name, value);
    }

    /** Returns the key of a step, under which its host knows it. */
    String key(String step) {
        return key + "." + step;
    }

    /**
     * Does one step, unless an earlier one is not done.
     *
     * @param step its name, unique in the operation
     * @param job the words of the helper's verb {@code operation}, {@code do} among them
     * @return what came of it; empty unless it is done
     */
    Map<String, String> step(String step, String host, Request job) {
        if (!goesOn()) {
            return Map.of();
        }
        Told told = Standing.read(step + " on " + host, asked(host, job.with("key", key(step))));
        told.facts().forEach((name, value) -> facts.put(step + "." + name, value));
        if (!told.answer().done()) {
            stop(told);
            return Map.of();
        }
        return told.facts();
    }

    /** Returns a job for {@link #step}. */
    static Request job(String what) {
        return Request.of("operation").with("do", what);
    }

    /** Asks something that has to be answered before the next step. */
    Optional<String> ask(String host, Request request) {
        if (!goesOn()) {
            return Optional.empty();
        }
        Reply reply = asked(host, request);
        if (!reply.done()) {
            stop(Standing.read(request.verb() + " on " + host, reply));
            return Optional.empty();
        }
        return Optional.of(reply.body());
    }

    /** Asks something whose answer may be missing. */
    Optional<String> hear(String host, Request request) {
        Reply reply = asked(host, request);
        if (reply.done()) {
            return Optional.of(reply.body());
        }
        silences.put(host, reply.why());
        return Optional.empty();
    }

    /** Returns why a host has not answered the last time that it did not: a clause that names it and the step. */
    String silence(String host) {
        return silences.getOrDefault(host, host + " was not asked");
    }

    /** Returns why each host has not answered that did not, in brackets; empty when all did. */
    String silences() {
        return silences.isEmpty() ? "" : " (" + String.join("; ", new TreeMap<>(silences).values()) + ")";
    }

    /** Returns whether a host answers at all. */
    boolean answers(String host) {
        return hear(host, Request.of("identity")).isPresent();
    }

    private Reply asked(String host, Request request) {
        return hosts.host(host)
                .map(found -> found.ask(request, WITHIN))
                .orElseGet(() -> Reply.refused("the lab does not say how to reach " + host));
    }

    /** Returns how the whole stands after this pass. */
    Told told() {
        return new Told(end.answer(), end.progress(), facts);
    }
}
