package org.rackdrill.spark;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.history.Controls;
import org.rackdrill.simulator.history.Tally;
import org.rackdrill.simulator.history.TallyBytes;
import org.rackdrill.simulator.study.ManyMachines.LabText;
import org.rackdrill.simulator.study.NoMachines;
import org.rackdrill.simulator.study.Premises;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Row;
import org.rackdrill.simulator.study.Rows;

/** Rows that workers run. What a dead worker had begun, Spark hands to another one. */
final class SparkRows implements Rows {

    private static final long LOOK_MILLIS = 200;

    /** Until we give up without any worker: as long as one may take to come back. */
    private static final Duration ALONE = Duration.ofSeconds(60);

    /** Between Spark's hearing of a signal and ours. */
    private static final int LOOKS_AFTER_THE_END = 10;

    private final JavaSparkContext context;
    private final Sharing sharing;
    private final LabText lab;
    private final Premises premises;
    private final Progress progress;
    private final Workers workers;
    private @Nullable Controls ordered;
    private @Nullable Broadcast<Order> order;

    SparkRows(JavaSparkContext context, Sharing sharing, LabText lab, Premises premises, Progress progress) {
        this.context = context;
        this.sharing = sharing;
        this.lab = lab;
        this.premises = premises;
        this.progress = progress;
        workers = new Workers(context);
    }

    /** Rows whose results come back together. */
    private record Job(List<Row> rows, JavaFutureAction<List<byte[]>> results) {}

    @Override
    public void run(List<Row> rows, Controls controls, Consumer<Tally> next) {
        Queue<Job> begun = new ArrayDeque<>();
        try {
            Broadcast<Order> told = order(controls);
            for (int at = 0; at < rows.size(); at += sharing.rowsPerJob()) {
                if (begun.size() == sharing.jobs() && !handOver(begun.remove(), next)) {
                    return;
                }
                begun.add(begin(told, rows.subList(at, Math.min(rows.size(), at + sharing.rowsPerJob()))));
            }
            while (!begun.isEmpty() && handOver(begun.remove(), next)) {
                // Each in its turn.
            }
        } catch (IllegalStateException ended) {
            // Spark takes no order any more; a signal ends it, and so does its master.
            if (!cancelledSoon()) {
                throw new NoMachines("Spark has ended before the study: " + FirstLine.of(ended));
            }
        } finally {
            begun.forEach(job -> job.results().cancel(true));
        }
    }

    /** Tells all workers what the rows are of; once, as long as it stays the same. */
    private Broadcast<Order> order(Controls controls) {
        Broadcast<Order> told = order;
        if (told == null || ordered != controls) {
            told = context.broadcast(new Order(SparkEngine.version(), lab, premises, controls));
            order = told;
            ordered = controls;
        }
        return told;
    }

    private Job begin(Broadcast<Order> told, List<Row> rows) {
        int tasks = (rows.size() + sharing.rowsPerTask() - 1) / sharing.rowsPerTask();
        return new Job(
                rows,
                context.parallelize(List.copyOf(rows), tasks)
                        .map(row -> told.value().run(row))
                        .collectAsync());
    }

    /** Waits for a job and hands its rows over; returns whether to go on. */
    private boolean handOver(Job job, Consumer<Tally> next) {
        List<byte[]> results = results(job.results());
        for (int i = 0; i < results.size(); i++) {
            next.accept(TallyBytes.read(premises.lab(), job.rows().get(i).length(), results.get(i)));
        }
        return !results.isEmpty();
    }

    /** Returns what a job came to; nothing when somebody cancels. */
    private List<byte[]> results(JavaFutureAction<List<byte[]>> job) {
        long lastSeen = System.nanoTime();
        while (!progress.cancelled()) {
            try {
                return job.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                lastSeen = workers.none() ? lastSeen : System.nanoTime();
                if (System.nanoTime() - lastSeen > ALONE.toNanos()) {
                    throw new NoMachines("the last worker has gone, and none came back within " + ALONE.toSeconds()
                            + " s; the same command on this machine alone needs no worker.");
                }
            } catch (ExecutionException | CancellationException e) {
                if (cancelledSoon()) {
                    break;
                }
                throw failed(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while workers ran histories", e);
            }
        }
        job.cancel(true);
        return List.of();
    }

    /** A signal ends Spark as well as us; whoever hears it first. */
    private boolean cancelledSoon() {
        for (int i = 0; i < LOOKS_AFTER_THE_END && !progress.cancelled(); i++) {
            Workers.lookAgainIn(LOOK_MILLIS / 2);
        }
        return progress.cancelled();
    }

    private static NoMachines failed(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof NoMachines said) {
                return said;
            }
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new NoMachines("the workers could not do it: " + FirstLine.of(cause));
    }
}
