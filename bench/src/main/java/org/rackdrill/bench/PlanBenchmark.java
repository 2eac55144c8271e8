package org.rackdrill.bench;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.plan.Plan;
import org.rackdrill.simulator.plan.PlanQuestion;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.Shelf;
import org.rackdrill.simulator.study.Progress;

/**
 * The study behind {@code rackdrill plan v1 --options v1 --goal 99.5% --budget 3000}: 4,096 combinations of twelve options, on
 * all processors, in a fresh Java with the options of the launcher.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 3,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC", "-Xshare:auto"})
public class PlanBenchmark {

    private static final double GOAL = 0.995;
    private static final double BUDGET = 3000;

    /** The lab and its options. */
    @State(Scope.Benchmark)
    public static class Shop {
        private final Lab lab = Labs.v1();
        private final Shelf options = ShippedOptions.ofV1();
    }

    /** From the options that were read to what to buy. */
    @Benchmark
    public PlanResults plan(Shop shop) {
        int threads = Runtime.getRuntime().availableProcessors();
        PlanQuestion question = new PlanQuestion(
                shop.lab,
                "v1",
                "",
                shop.options,
                new PlanResults.Source("v1.options.yaml", ""),
                OptionalDouble.of(GOAL),
                List.of(),
                OptionalDouble.of(BUDGET),
                shop.lab.study().horizon().toHours(),
                PlanQuestion.DEFAULT_HISTORIES,
                PlanQuestion.DEFAULT_DRAWS,
                1,
                threads,
                "bench",
                new ContentionStudy(1, threads));
        return Plan.run(question, Progress.SILENT);
    }
}
