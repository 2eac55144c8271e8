package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Commands on a host that has no helper yet. Only installing and removing the helper, and the first look at a host that
 * is to be trusted, need this: it checks the key of the host, but not which machine it is.
 */
public final class SshShell implements Closeable {
    private static final int LONGEST_OUT = 1 << 20;

    private final String name;
    private final Threads threads = new Threads();
    private final Link link;

    /** A shell on the host at the end of a route; {@code name} is what to call it. */
    public SshShell(String name, Route route, Access access) {
        this.name = name;
        this.link = new Link(name, route, access, connection -> {}, threads);
    }

    /**
     * Runs a command and returns what came of it; when {@link Ran#broken} says why, it may still be running.
     *
     * @param input what it reads
     * @throws Unreached when it was certainly not run; the message names the host and the step
     */
    public Ran run(ShellCommand command, byte[] input, Duration within) throws Unreached {
        Deadline deadline = Deadline.in(within);
        Errand errand = new Errand(name, command.line(), input, Errand.Moment.COMMAND, LONGEST_OUT, threads);
        CompletableFuture<Ran> ran = new CompletableFuture<>();
        threads.run(() -> {
            try {
                ran.complete(errand.run(link.connection(deadline), deadline));
            } catch (Unreached | RuntimeException e) {
                ran.completeExceptionally(e);
            }
        });
        String late;
        try {
            return ran.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Unreached unreached) {
                throw unreached;
            }
            return lost(Words.lower(String.valueOf(e.getCause())));
        } catch (TimeoutException e) {
            late = deadline.missed();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            late = "interrupted";
        }
        if (errand.telling().giveUp()) {
            throw Unreached.at(name, link.step(), late);
        }
        return lost(late);
    }

    @Override
    public void close() {
        link.close();
        threads.end();
    }

    private static Ran lost(String why) {
        return new Ran(java.util.Optional.empty(), "", new byte[0], "", why);
    }
}
