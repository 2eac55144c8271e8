package org.rackdrill.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.rackdrill.cli.terminal.Signals;

/**
 * The wish of the user, or of the system, to stop: Ctrl-C or SIGTERM. While it is heeded, a signal lets the command print
 * what it has; the JVM then exits with 130 or 143 by itself. A second signal ends it at once.
 */
public final class Interruption {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private volatile boolean requested;

    /** From now on a signal waits until {@link #finished}. */
    void heed() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop() {
        Signals.endAtOnce();
        request();
        try {
            // Whatever the outcome, the JVM goes on to exit.
            finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks to stop. */
    public void request() {
        requested = true;
    }

    /** Returns whether somebody asked to stop. */
    public boolean requested() {
        return requested;
    }

    /** Everything is printed: nothing needs to wait any more. */
    void finished() {
        finished.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            requested = true; // the JVM is on its way out already, because somebody asked
        }
    }
}
