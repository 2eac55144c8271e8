package org.rackdrill.live.ssh;

import java.io.Closeable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.channel.OpenFailException;
import net.schmizz.sshj.connection.channel.direct.Session;

/** A connection that is logged in, on which several commands can run at once. */
final class Connection implements Closeable {
    // OpenSSH admits ten at once by itself (MaxSessions).
    private static final int PLACES = 8;
    private static final Duration BETWEEN_PULSES = Duration.ofSeconds(10);
    private static final Duration PERSISTENCE = Duration.ofMillis(500);
    private static final Duration A_MOMENT = Duration.ofMillis(10);
    private static final String OPENING = "opening a session";
    private static final Duration PULSE = Duration.ofSeconds(5);

    private final String host;
    private final SSHClient client;
    private final Runnable cut;
    private final Threads threads;
    private final Semaphore places = new Semaphore(PLACES, true);
    private final AtomicInteger opened = new AtomicInteger();
    private final Talks talks;
    private final Spare spare;
    private volatile CompletableFuture<Boolean> pulse = CompletableFuture.completedFuture(true);

    /**
     * A connection.
     *
     * @param cut ends everything that is below it
     */
    Connection(String host, SSHClient client, Runnable cut, Threads threads) {
        this.host = host;
        this.client = client;
        this.cut = cut;
        this.threads = threads;
        this.talks = new Talks(host, this, threads);
        this.spare = new Spare(this, threads);
        threads.after(BETWEEN_PULSES, this::keepAlive);
    }

    boolean isUsable() {
        return client.isConnected() && client.isAuthenticated();
    }

    /** Returns the lasting sessions on it. */
    Talks talks() {
        return talks;
    }

    /** Returns the helper on it that is begun ahead. */
    Spare spare() {
        return spare;
    }

    /** Opens a session, which must be given back with {@link #done}. */
    Session open(Deadline deadline) throws Unreached {
        feelPulse(deadline);
        Deadline persistence = Deadline.in(PERSISTENCE);
        while (true) {
            if (takePlace(deadline)) {
                persistence = Deadline.in(PERSISTENCE);
            }
            try {
                Session session = client.startSession();
                opened.incrementAndGet();
                return session;
            } catch (OpenFailException e) {
                if (opened.get() > 0) {
                    talks.end();
                    spare.end();
                }
                if (opened.get() == 0) {
                    // It may not have noticed yet that the one before has ended.
                    places.release();
                    persist(persistence);
                } else {
                    // It admits fewer than we thought: the place that was taken is not given back.
                    persistence = Deadline.in(PERSISTENCE);
                }
            } catch (SSHException | IllegalStateException e) {
                places.release();
                throw Unreached.stale(host, OPENING, "the connection is broken");
            }
        }
    }

    private void persist(Deadline persistence) throws Unreached {
        if (persistence.over()) {
            throw Unreached.stale(host, OPENING, "it admits no more of them (MaxSessions)");
        }
        LockSupport.parkNanos(A_MOMENT.toNanos());
    }

    /** Gives back a session. One that has not ended is closed while nobody waits for it. */
    void done(Session session) {
        opened.decrementAndGet();
        places.release();
        if (session.isOpen()) {
            threads.run(() -> close(session));
        }
    }

    /** Finds out whether the host is still there; while that is not known nobody is let on it, and if not it ends. */
    synchronized void doubt() {
        if (!pulse.isDone()) {
            return;
        }
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        pulse = answer;
        threads.run(() -> answer.complete(answers()));
        threads.after(PULSE, () -> {
            if (answer.complete(false)) {
                close();
            }
        });
    }

    @Override
    public void close() {
        cut.run();
    }

    private boolean answers() {
        try {
            client.getConnection()
                    .sendGlobalRequest("keepalive@openssh.com", true, new byte[0])
                    .tryRetrieve(PULSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (SSHException e) {
            // OpenSSH answers that it does not know such a request. That is an answer.
            return isUsable();
        }
        return isUsable();
    }

    private void keepAlive() {
        if (isUsable()) {
            doubt();
            threads.after(BETWEEN_PULSES, this::keepAlive);
        }
    }

    static void close(Session session) {
        try {
            session.close();
        } catch (SSHException e) {
            // A host that never says goodbye is found out by the next pulse.
            return;
        }
    }

    /** Takes a place, and returns whether that needed a wait. */
    private boolean takePlace(Deadline deadline) throws Unreached {
        if (places.tryAcquire()) {
            return false;
        }
        try {
            if (places.tryAcquire(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw Unreached.at(host, "waiting for a session", "what was asked before is still running");
    }

    /** Waits while it is not known whether the host is still there. */
    void feelPulse(Deadline deadline) {
        try {
            pulse.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            // Opening a session will tell.
            return;
        }
    }
}
