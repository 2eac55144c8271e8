package org.rackdrill.live.operation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/**
 * Hosts on which nothing changes: they say what they were asked. What only looks is looked up for real, until the first
 * request that would have changed something; from then on answers are as if all had gone well, and where a later request
 * would name what an earlier one has found, it names a placeholder such as {@code SNAPSHOT}.
 */
public final class Rehearsal implements Hosts {
    private static final String FOUND = String.join(
            "\n",
            List.of(
                    "state=done",
                    "fact-guid=GUID",
                    "fact-snapshot=SNAPSHOT",
                    "fact-origin=ORIGIN",
                    "fact-origin-guid=ORIGIN-GUID",
                    "fact-exit=0"));

    private final Hosts real;
    private final Consumer<String> say;
    private boolean acted;

    /**
     * A rehearsal.
     *
     * @param real the hosts; they are only looked at
     * @param say gets a line for each request
     */
    public Rehearsal(Hosts real, Consumer<String> say) {
        this.real = real;
        this.say = say;
    }

    @Override
    public Optional<Host> host(String name) {
        return real.host(name).map(host -> new Actor(host));
    }

    private final class Actor implements Host {
        private final Host host;

        Actor(Host host) {
            this.host = host;
        }

        @Override
        public String name() {
            return host.name();
        }

        @Override
        public Reply ask(Request request, Duration within) {
            say.accept(name() + ": " + request.line());
            boolean acts = request.verb().equals("operation") || request.verb().equals("proven");
            acted |= acts;
            if (!acted || request.verb().equals("identity")) {
                return host.ask(request, within);
            }
            return Reply.done(
                    switch (request.verb()) {
                        case "operation" -> FOUND;
                        case "snapshots" -> request.words().getOrDefault("dataset", "") + "@SNAPSHOT\tGUID\t1";
                        case "backups" ->
                            "[{\"id\":\"00000000\",\"time\":\"1970-01-01T00:00:00Z\",\"tags\":[\"guid=GUID\"]}]";
                        default -> "";
                    });
        }
    }
}
