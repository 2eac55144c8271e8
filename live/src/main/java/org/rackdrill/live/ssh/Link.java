package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The one connection to a host that is kept. A host that could not be reached is tried again at most once a second, and
 * whoever asks meanwhile is told at once what it was.
 */
final class Link implements Closeable {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    // What somebody waits for a host that has let somebody else wait in vain.
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final String host;
    private final Route route;
    private final Access access;
    private final Admission admission;
    private final Threads threads;
    private @Nullable Attempt latest;
    private boolean closed;

    Link(String host, Route route, Access access, Admission admission, Threads threads) {
        this.host = host;
        this.route = route;
        this.access = access;
        this.admission = admission;
        this.threads = threads;
    }

    /** Looks at a new connection before anything is asked over it. */
    interface Admission {
        /** Returns when the host may be asked. */
        void admit(Connection connection) throws Unreached;
    }

    /** Returns a connection on which the host may be asked. */
    Connection connection(Deadline deadline) throws Unreached {
        Attempt attempt = attempt();
        Deadline patience = attempt.doubted ? deadline.orSooner(PATIENCE) : deadline;
        try {
            return attempt.outcome.get(patience.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unreached unreached
                    ? unreached
                    : Unreached.at(host, attempt.dialling.step(), Words.lower(String.valueOf(e.getCause())));
        } catch (TimeoutException e) {
            attempt.doubted = true;
            throw Unreached.at(host, attempt.step(), deadline.over() ? deadline.missed() : "still no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Unreached.at(host, attempt.step(), "interrupted");
        }
    }

    /** Returns what is being done to reach the host. */
    synchronized String step() {
        return latest == null ? "connecting to " + route.end() : latest.step();
    }

    /** Somebody has waited in vain: others need not wait as long. */
    synchronized void disappoint() {
        if (latest != null && !latest.outcome.isDone()) {
            latest.doubted = true;
        }
    }

    /** Gives up a connection, so that the next one to ask gets another. */
    synchronized void drop(Connection connection) {
        connection.close();
        if (latest != null && latest.isOf(connection)) {
            latest = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (latest != null) {
            latest.dialling.cut();
            latest.outcome.completeExceptionally(Unreached.at(host, "connecting", "we have closed"));
        }
    }

    private synchronized Attempt attempt() {
        Attempt now = latest;
        if (closed && now == null) {
            now = new Attempt(new Dialling(host, route, access, threads), false);
            now.outcome.completeExceptionally(Unreached.at(host, "connecting", "we have closed"));
        }
        if (now != null && (closed || now.isGood() || now.isFresh())) {
            return now;
        }
        Attempt next = new Attempt(new Dialling(host, route, access, threads), now != null && now.hasFailed());
        latest = next;
        threads.run(() -> run(next));
        threads.after(Dialling.LONGEST, () -> {
            String step = next.step();
            if (next.outcome.completeExceptionally(
                    Unreached.at(host, step, "no answer within " + Dialling.LONGEST.toSeconds() + " s"))) {
                next.dialling.cut();
            }
        });
        return next;
    }

    private void run(Attempt attempt) {
        try {
            Connection connection = attempt.dialling.dial();
            try {
                attempt.admitting = true;
                admission.admit(connection);
            } catch (Unreached e) {
                connection.close();
                throw e;
            }
            attempt.ended = System.nanoTime();
            if (!attempt.outcome.complete(connection)) {
                connection.close();
            }
        } catch (Unreached e) {
            attempt.ended = System.nanoTime();
            attempt.outcome.completeExceptionally(e);
        } catch (RuntimeException | Error e) {
            // Whoever waits must not wait for a thread that is gone.
            attempt.dialling.cut();
            attempt.ended = System.nanoTime();
            attempt.outcome.completeExceptionally(Unreached.at(host, attempt.step(), Words.lower(e.toString())));
            if (e instanceof Error error) {
                throw error;
            }
        }
    }

    /** One attempt, and what came of it. */
    private static final class Attempt {
        private final Dialling dialling;
        private final CompletableFuture<Connection> outcome = new CompletableFuture<>();
        private volatile boolean doubted;
        private volatile boolean admitting;
        private volatile long ended;

        Attempt(Dialling dialling, boolean doubted) {
            this.dialling = dialling;
            this.doubted = doubted;
        }

        String step() {
            return admitting ? "asking which machine it is" : dialling.step();
        }

        boolean hasFailed() {
            return outcome.isCompletedExceptionally();
        }

        /** Returns whether it still goes on, or has failed so lately that another would fail as well. */
        boolean isFresh() {
            return !outcome.isDone() || (hasFailed() && System.nanoTime() - ended < PAUSE.toNanos());
        }

        boolean isGood() {
            return outcome.isDone() && !hasFailed() && outcome.join().isUsable();
        }

        boolean isOf(Connection connection) {
            return outcome.isDone() && !hasFailed() && outcome.join().equals(connection);
        }
    }
}
