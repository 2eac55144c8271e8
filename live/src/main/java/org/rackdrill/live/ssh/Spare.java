package org.rackdrill.live.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.common.SSHRuntimeException;
import net.schmizz.sshj.connection.channel.direct.Session;
import org.jspecify.annotations.Nullable;

/**
 * A helper that was begun before anybody knew what it will be asked: what comes at a given moment then needs no start. It
 * is used once or not at all.
 */
final class Spare {
    private static final Duration BEGINNING = Duration.ofSeconds(5);
    // The helper itself waits ten seconds for its request.
    private static final Duration GOOD = Duration.ofSeconds(8);

    private final Connection connection;
    private final Threads threads;
    private @Nullable Started waiting;
    private boolean ended;

    Spare(Connection connection, Threads threads) {
        this.connection = connection;
        this.threads = threads;
    }

    /** A command that runs in a session and has read nothing yet. */
    record Started(Session session, Session.Command command) {
        boolean isWaiting() {
            try {
                return session.isOpen() && command.getInputStream().available() == 0;
            } catch (IOException e) {
                return false;
            }
        }
    }

    /** Begins one, while nobody waits for it; where that fails there is none, and whoever comes has to begin his own. */
    void begin(String command) {
        if (isOver()) {
            return;
        }
        threads.run(() -> {
            try {
                Session session = connection.open(Deadline.in(BEGINNING));
                try {
                    put(new Started(session, session.exec(command)));
                } catch (SSHException | SSHRuntimeException e) {
                    connection.done(session);
                }
            } catch (Unreached e) {
                return;
            }
        });
    }

    private synchronized void put(Started next) {
        drop();
        if (ended) {
            connection.done(next.session());
            return;
        }
        waiting = next;
        threads.after(GOOD, () -> endOf(next));
    }

    /** Returns it, which has to be given back to the connection; nothing when there is none that still waits. */
    synchronized Optional<Started> take() {
        Started taken = waiting;
        if (taken == null) {
            return Optional.empty();
        }
        waiting = null;
        if (taken.isWaiting()) {
            return Optional.of(taken);
        }
        connection.done(taken.session());
        return Optional.empty();
    }

    private synchronized void endOf(Started old) {
        if (old.equals(waiting)) {
            drop();
        }
    }

    /** Ends the one that waits, and begins no more: the host admits few sessions, and an undo must not wait for one. */
    synchronized void end() {
        ended = true;
        drop();
    }

    private synchronized boolean isOver() {
        return ended;
    }

    private synchronized void drop() {
        if (waiting != null) {
            connection.done(waiting.session());
            waiting = null;
        }
    }
}
