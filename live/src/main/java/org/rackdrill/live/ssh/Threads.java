package org.rackdrill.live.ssh;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** The threads that wait for hosts. A program can end while some of them still wait. */
final class Threads {
    private final ExecutorService workers = Executors.newCachedThreadPool(named("rackdrill-ssh"));
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(named("rackdrill-ssh-clock"));

    /** Does something that may block, soon. After the end nothing is done any more, and this returns false. */
    boolean run(Runnable work) {
        try {
            workers.execute(work);
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    /** Does something that may block, later. */
    void after(Duration wait, Runnable work) {
        try {
            clock.schedule(() -> run(work), wait.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // Whatever it was to watch has ended with us.
            return;
        }
    }

    void end() {
        clock.shutdownNow();
        workers.shutdownNow();
    }

    private static ThreadFactory named(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }
}
