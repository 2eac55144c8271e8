package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.rackdrill.live.host.Host;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.host.Request;

/**
 * A machine behind SSH. One connection to it is kept; nothing is asked over it before its key was found in known_hosts
 * and its machine-id was the one that was pinned. What only looks is asked in lasting sessions with the helper, where it
 * knows such; the rest of a helper that is started for it, or ahead of it when it is due at a moment. Any number of
 * threads may ask at once.
 */
public final class SshHost implements Host, Closeable {
    /** Where the helper is installed. */
    public static final String HELPER = "/usr/local/libexec/rackdrill-helper";

    private static final Duration IDENTITY = Duration.ofSeconds(5);
    /** What has to be done at a given moment, and what is always asked a little before. */
    private static final String MOMENT = "inject";

    private static final String BEFORE = "arm";
    private static final Request WHO = Request.of("identity");

    private final String name;
    private final Route route;
    private final Access access;
    private final Threads threads;
    private final Link link;

    SshHost(String name, Route route, Access access, Threads threads) {
        this.name = name;
        this.route = route;
        this.access = access;
        this.threads = threads;
        this.link = new Link(name, route, access, this::checkMachine, threads);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Reply ask(Request request, Duration within) {
        Deadline deadline = Deadline.in(within);
        Errand errand = errand(request);
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        if (!threads.run(() -> reply.complete(deliver(request, errand, deadline)))) {
            return Reply.refused(name + ", " + request.verb() + ": we have closed");
        }
        try {
            return reply.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return late(request, errand, deadline.missed());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return late(request, errand, "interrupted");
        } catch (ExecutionException e) {
            throw new AssertionError("a delivery ends with a reply", e);
        }
    }

    @Override
    public void close() {
        link.close();
    }

    private Reply late(Request request, Errand errand, String why) {
        if (errand.telling().giveUp()) {
            String step = link.step();
            link.disappoint();
            return Reply.refused(name + ", " + step + ": " + why);
        }
        return Reply.unknown(name + ", " + request.verb() + ": " + why);
    }

    private Reply deliver(Request request, Errand errand, Deadline deadline) {
        try {
            return answer(request, run(request, errand, deadline));
        } catch (Unreached e) {
            return Reply.refused(e.why());
        } catch (RuntimeException e) {
            return Reply.unknown(name + ", " + request.verb() + ": " + Words.lower(e.toString()));
        }
    }

    /** Runs it over the connection that is there, and once more over a new one when that was no longer good. */
    private Ran run(Request request, Errand errand, Deadline deadline) throws Unreached {
        Connection connection = link.connection(deadline);
        try {
            return runOn(connection, request, errand, deadline);
        } catch (Unreached e) {
            if (!e.isStale()) {
                throw e;
            }
            link.drop(connection);
        }
        return runOn(link.connection(deadline), request, errand, deadline);
    }

    private Ran runOn(Connection connection, Request request, Errand errand, Deadline deadline) throws Unreached {
        if (Talks.READING.contains(request.verb())) {
            Optional<Ran> ran = connection.talks().ask(command(), request, errand.telling(), deadline);
            if (ran.isPresent()) {
                return ran.get();
            }
        }
        Optional<Spare.Started> begun =
                request.verb().equals(MOMENT) ? connection.spare().take() : Optional.empty();
        Ran ran =
                begun.isPresent() ? errand.runIn(begun.get(), connection, deadline) : errand.run(connection, deadline);
        if (request.verb().equals(BEFORE)) {
            connection.spare().begin(command());
        }
        return ran;
    }

    private void checkMachine(Connection connection) throws Unreached {
        String step = "asking which machine it is";
        Optional<String> pinned = access.machines().of(route.end().knownName());
        if (pinned.isEmpty()) {
            throw Unreached.at(
                    name,
                    step,
                    "no machine is pinned for " + route.end().knownName() + "; rackdrill trust "
                            + ShellCommand.quoted(route.toString()));
        }
        Errand errand = errand(WHO);
        Deadline deadline = Deadline.in(IDENTITY);
        threads.after(IDENTITY, errand.telling()::giveUp);
        Reply reply = answer(WHO, errand.run(connection, deadline));
        if (!reply.done()) {
            throw Unreached.at(
                    name,
                    step,
                    deadline.over() ? deadline.missed() : reply.why().replaceFirst("^.*?: ", ""));
        }
        Optional<String> shown = MachineIds.in(reply.body());
        if (shown.isEmpty()) {
            throw Unreached.at(name, step, "the helper does not tell");
        }
        if (!shown.equals(pinned)) {
            throw Unreached.at(
                    name,
                    step,
                    "another machine uses this address: it is " + shown.get() + ", pinned is " + pinned.get());
        }
    }

    private Errand errand(Request request) {
        return new Errand(
                name,
                command(),
                (request.line() + "\n").getBytes(StandardCharsets.US_ASCII),
                Errand.Moment.INPUT,
                Answer.LONGEST,
                threads);
    }

    private String command() {
        return route.end().user().equals("root") ? HELPER : "sudo -n " + HELPER;
    }

    private Reply answer(Request request, Ran ran) {
        return new Answer(name, request.verb(), ran).reply();
    }
}
