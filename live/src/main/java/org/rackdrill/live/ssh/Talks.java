package org.rackdrill.live.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.rackdrill.live.host.Request;

/**
 * The lasting sessions on a connection: few, begun when they are needed, thrown away at the first thing that goes wrong.
 * Where there are none, or none is free, a helper has to be started for what is asked.
 */
final class Talks {
    /** The verbs that only look; the helper answers no others in a session. */
    static final Set<String> READING = Set.of(
            "acknowledged",
            "certificates",
            "clock",
            "crm-mon",
            "disks",
            "dns",
            "files",
            "http",
            "identity",
            "last-stop",
            "memory",
            "ping",
            "port",
            "postgres",
            "pve-status",
            "quorum",
            "rows",
            "sanoid-monitor",
            "unit",
            "unit-past",
            "work",
            "zfs-get",
            "zfs-list",
            "zpool-list",
            "zpool-status",
            "zpool-status-json");

    // A host is asked for three things at the same time, see Lookouts.
    private static final int MOST = 3;
    // A helper of its own is ten times the work; where everybody is slow that would make it worse.
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration BEGINNING = Duration.ofSeconds(5);
    // Before another one is begun where that has failed.
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final String host;
    private final Connection connection;
    private final Threads threads;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Talk> idle = new ArrayDeque<>();
    private Deadline pause = Deadline.in(Duration.ZERO);
    private boolean ended;

    Talks(String host, Connection connection, Threads threads) {
        this.host = host;
        this.connection = connection;
        this.threads = threads;
    }

    /**
     * Asks in a session, and returns what came of it; nothing when there is none, and then the host was told nothing.
     *
     * @throws Unreached when the host was certainly not told
     */
    Optional<Ran> ask(String command, Request request, Telling telling, Deadline deadline) throws Unreached {
        if (isOver() || !isFree(deadline)) {
            return Optional.empty();
        }
        telling.over(connection);
        try {
            connection.feelPulse(deadline);
            Optional<Talk> talk = idle();
            if (talk.isEmpty()) {
                talk = begun(command, telling, deadline);
            }
            return talk.isEmpty() ? Optional.empty() : Optional.of(asked(talk.get(), request, telling));
        } finally {
            free.release();
        }
    }

    /** Ends those that are idle, and begins no more: the host admits few sessions, and others need them. */
    void end() {
        synchronized (this) {
            ended = true;
        }
        for (Optional<Talk> talk = taken(); talk.isPresent(); talk = taken()) {
            connection.done(talk.get().session());
        }
    }

    private Ran asked(Talk talk, Request request, Telling telling) throws Unreached {
        boolean good = false;
        telling.enter();
        try {
            telling.tell(host);
            byte[] answer = talk.ask(request);
            good = true;
            return new Ran(Optional.of(0), "", answer, "", "");
        } catch (IOException e) {
            return new Ran(Optional.empty(), "", new byte[0], "", Words.ofLibrary(e.getMessage()));
        } finally {
            telling.leave();
            giveBack(talk, good);
        }
    }

    private Optional<Talk> begun(String command, Telling telling, Deadline deadline) throws Unreached {
        Session session = connection.open(deadline);
        AtomicBoolean over = new AtomicBoolean();
        threads.after(BEGINNING, () -> {
            if (over.compareAndSet(false, true)) {
                Connection.close(session);
            }
        });
        telling.enter();
        try {
            Talk talk = Talk.begin(session, command);
            if (over.compareAndSet(false, true) && !isOver()) {
                return Optional.of(talk);
            }
        } catch (IOException e) {
            pauseNow();
        } finally {
            telling.leave();
        }
        over.set(true);
        connection.done(session);
        return Optional.empty();
    }

    private Optional<Talk> idle() {
        for (Optional<Talk> talk = taken(); talk.isPresent(); talk = taken()) {
            if (talk.get().isGood()) {
                return talk;
            }
            connection.done(talk.get().session());
        }
        return Optional.empty();
    }

    private synchronized Optional<Talk> taken() {
        return Optional.ofNullable(idle.pollLast());
    }

    private void giveBack(Talk talk, boolean good) {
        synchronized (this) {
            if (good && !ended) {
                idle.addLast(talk);
                return;
            }
        }
        connection.done(talk.session());
    }

    private synchronized boolean isOver() {
        return ended || !pause.over();
    }

    private synchronized void pauseNow() {
        pause = Deadline.in(PAUSE);
    }

    private boolean isFree(Deadline deadline) {
        try {
            return free.tryAcquire(deadline.orSooner(PATIENCE).left().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
