package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/** Hosts that answer what real ones answered once. One that is not told what to say is not there. */
final class RecordedHosts implements Hosts {
    private final Map<String, Map<String, Function<Request, Reply>>> answers = new HashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);

    /** Makes a node answer a verb. */
    RecordedHosts says(String node, String verb, String body) {
        return says(node, verb, request -> Reply.done(body));
    }

    RecordedHosts says(String node, String verb, Function<Request, Reply> answer) {
        answers.computeIfAbsent(node, it -> new HashMap<>()).put(verb, answer);
        return this;
    }

    /** Makes a node take every question and answer none, until the test is over. */
    RecordedHosts hangs(String node) {
        return says(node, "*", request -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.unknown(node + ": it hung");
        });
    }

    void end() {
        over.countDown();
    }

    @Override
    public Optional<Host> host(String name) {
        return Optional.of(new Recorded(name));
    }

    private final class Recorded implements Host {
        private final String name;

        Recorded(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Reply ask(Request request, Duration within) {
            Map<String, Function<Request, Reply>> known = answers.getOrDefault(name, Map.of());
            Function<Request, Reply> silent = it -> Reply.unknown(name + ": " + it.verb() + ": no answer");
            return known.getOrDefault(request.verb(), known.getOrDefault("*", silent))
                    .apply(request);
        }
    }
}
