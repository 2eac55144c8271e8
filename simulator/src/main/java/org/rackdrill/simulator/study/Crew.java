package org.rackdrill.simulator.study;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;

/**
 * Threads that share independent pieces of work. A piece may itself have pieces to share; who waits for these works on
 * others meanwhile. Results come back in the order of the pieces, whoever did them.
 */
public final class Crew implements AutoCloseable {

    private final ForkJoinPool threads;

    /**
     * Hires threads.
     *
     * @param threads at least 1
     */
    public Crew(int threads) {
        this.threads = new ForkJoinPool(threads);
    }

    /** Does something with each of some things. */
    public <T, R> List<R> each(List<T> things, Function<T, R> work) {
        List<ForkJoinTask<R>> pieces = new ArrayList<>();
        for (T thing : things) {
            pieces.add(begin(() -> work.apply(thing)));
        }
        List<R> results = new ArrayList<>();
        for (ForkJoinTask<R> piece : pieces) {
            results.add(finished(piece));
        }
        return results;
    }

    /** Begins a piece of work. */
    public <R> ForkJoinTask<R> begin(Callable<R> work) {
        return threads.submit(work);
    }

    /** Waits for a piece of work, and throws what it threw. */
    public static <R> R finished(ForkJoinTask<R> piece) {
        try {
            return piece.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while histories ran", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
