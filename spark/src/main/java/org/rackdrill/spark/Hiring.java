package org.rackdrill.spark;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.rackdrill.simulator.study.ManyMachines.LabText;
import org.rackdrill.simulator.study.NoMachines;
import org.rackdrill.simulator.study.Progress;

/** The way from an address to machines that work, which ends within a minute, one way or the other. */
final class Hiring {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_MILLIS = 100;

    private final SparkConf conf;
    private final Progress progress;
    private final Duration patience;

    Hiring(SparkConf conf, Progress progress) {
        this(conf, progress, PATIENCE);
    }

    Hiring(SparkConf conf, Progress progress, Duration patience) {
        this.conf = conf;
        this.progress = progress;
        this.patience = patience;
    }

    SparkMachines hire(LabText lab) {
        JavaSparkContext context = register();
        try {
            waitForWorkers(context);
            return new SparkMachines(context, lab);
        } catch (NoMachines none) {
            context.close();
            throw none;
        }
    }

    /** Registers on a thread of its own, since Spark has no limit of ours for it. */
    private JavaSparkContext register() {
        CompletableFuture<JavaSparkContext> registered = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        registered.complete(new JavaSparkContext(conf));
                    } catch (Exception | LinkageError e) {
                        registered.completeExceptionally(e);
                    }
                },
                "register");
        thread.setDaemon(true);
        thread.start();
        long until = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < until && !progress.cancelled()) {
            try {
                return registered.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                continue;
            } catch (ExecutionException e) {
                throw new NoMachines(
                        master() + " did not take us on: " + FirstLine.of(Objects.requireNonNullElse(e.getCause(), e)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw new NoMachines(
                progress.cancelled()
                        ? "interrupted while waiting for " + master() + "."
                        : master() + " did not take us on within " + patience.toSeconds()
                                + " s. Is it a master of Spark "
                                + org.apache.spark.package$.MODULE$.SPARK_VERSION()
                                + ", with the same spark.authenticate and secret as ours?");
    }

    private void waitForWorkers(JavaSparkContext context) {
        long until = System.nanoTime() + patience.toNanos();
        Workers workers = new Workers(context);
        while (workers.none()) {
            if (progress.cancelled()) {
                throw new NoMachines("interrupted while waiting for workers of " + master() + ".");
            }
            if (System.nanoTime() > until) {
                throw new NoMachines(master() + " gave us no worker within " + patience.toSeconds()
                        + " s. Has it any, with a free core and the memory of spark.executor.memory?");
            }
            Workers.lookAgainIn(LOOK_MILLIS);
        }
    }

    private String master() {
        return conf.get("spark.master");
    }
}
