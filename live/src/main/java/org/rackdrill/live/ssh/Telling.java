package org.rackdrill.live.ssh;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Whether a host was told something. Who wants it told can give up at any moment, and then knows whether it was; threads
 * that wait for the host are then interrupted.
 */
final class Telling {
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.BEFORE);
    private final Set<Thread> busy = new HashSet<>();
    private boolean over;
    private volatile @Nullable Connection connection;

    private enum Stage {
        BEFORE,
        TOLD,
        GIVEN_UP
    }

    /** Says over which connection it is told; whoever gives up has doubts about it. */
    void over(Connection used) {
        connection = used;
    }

    /** Gives up, and returns whether the host was certainly not told and will not be. */
    boolean giveUp() {
        boolean untold = stage.compareAndSet(Stage.BEFORE, Stage.GIVEN_UP);
        Connection used = connection;
        if (used != null) {
            used.doubt();
        }
        synchronized (busy) {
            over = true;
            busy.forEach(Thread::interrupt);
        }
        return untold;
    }

    /** From here on the host may know. */
    void tell(String host) throws Unreached {
        if (!stage.compareAndSet(Stage.BEFORE, Stage.TOLD)) {
            throw Unreached.at(host, "asking", "it was given up");
        }
    }

    /** From here on this thread can be interrupted by whoever gives up. */
    void enter() {
        synchronized (busy) {
            if (over) {
                Thread.currentThread().interrupt();
            }
            busy.add(Thread.currentThread());
        }
    }

    void leave() {
        synchronized (busy) {
            busy.remove(Thread.currentThread());
            if (over && Thread.interrupted()) {
                // The thread goes on to other work.
                return;
            }
        }
    }
}
