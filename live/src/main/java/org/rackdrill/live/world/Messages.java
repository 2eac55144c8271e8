package org.rackdrill.live.world;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.rackdrill.chaos.run.Answer;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** What a host is told about a hit. */
record Messages(Hosts hosts, Duration within) {

    /** Asks for something about a hit; a host that nobody can reach has certainly not done it. */
    Reply ask(String host, String verb, Hit hit, Map<String, String> words) {
        Optional<Host> there = hosts.host(host);
        if (there.isEmpty()) {
            return Reply.refused("the lab does not say how to reach " + host + ": write `ssh: user@address`");
        }
        Map<String, String> all = new TreeMap<>(words);
        all.put("hit", hit.key());
        all.put("run", hit.run());
        Request request;
        try {
            request = new Request(verb, new TreeMap<>(all));
        } catch (IllegalArgumentException e) {
            return Reply.refused(String.valueOf(e.getMessage()));
        }
        return there.get().ask(request, within);
    }

    static Answer answer(Reply reply) {
        return switch (reply.kind()) {
            case DONE -> Answer.DONE;
            case REFUSED -> Answer.refused(reply.why());
            case UNKNOWN -> Answer.unknown(reply.why());
        };
    }

    /** Reads lines such as {@code guid=123}. */
    static Map<String, String> values(Reply reply) {
        Map<String, String> values = new TreeMap<>();
        reply.body().lines().forEach(line -> {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(line.substring(0, equals), line.substring(equals + 1));
            }
        });
        return values;
    }
}
