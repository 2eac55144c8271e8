package org.rackdrill.bench;

import java.util.Optional;
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
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Simulation;

/**
 * The whole study behind {@code rackdrill simulate v1}, at its default precision and on all processors. People run it once in
 * a fresh Java with the options of the launcher, so that is how it is measured: nothing is warm.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(
        value = 7,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:C1MaxInlineSize=70", "-Xshare:auto"})
public class SimulateBenchmark {

    /** What is asked. */
    @State(Scope.Benchmark)
    public static class Asked {
        private final Question question = new Question(
                        Labs.v1(),
                        "v1",
                        "",
                        Question.DEFAULT_PRECISION,
                        Question.DEFAULT_DRAWS,
                        Optional.empty(),
                        Question.DEFAULT_SEED,
                        Runtime.getRuntime().availableProcessors(),
                        "bench")
                .contending(new ContentionStudy(
                        Question.DEFAULT_SEED, Runtime.getRuntime().availableProcessors()));
    }

    /** From the lab that was read to the results. */
    @Benchmark
    public Results simulate(Asked asked) {
        return Simulation.run(asked.question, Progress.SILENT);
    }
}
