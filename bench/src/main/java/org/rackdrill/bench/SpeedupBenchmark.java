package org.rackdrill.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.capacity.ContentionStudy;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.study.Progress;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Trial;
import org.rackdrill.simulator.study.Trials;

/** Histories of v1 on one thread and on two, in a warm Java, as a study makes them. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 3,
        jvmArgs = {"-Xmx512m", "-XX:+UseSerialGC"})
public class SpeedupBenchmark {

    /** As many as a study makes at least. */
    static final int HISTORIES = 400;

    /** The lab, and who makes its histories. */
    @State(Scope.Benchmark)
    public static class Study {
        /** How many share the work. */
        @Param({"1", "2"})
        public int threads = 1;

        private final Lab lab = Labs.v1();
        private Trials trials = trials();
        private Trial trial = trials.of(lab);

        /** Begins with so many threads. */
        @Setup(Level.Trial)
        public void begin() {
            trials.close();
            trials = trials();
            trial = trials.of(lab);
        }

        /** Ends them. */
        @TearDown(Level.Trial)
        public void end() {
            trials.close();
        }

        private Trials trials() {
            return new Trials(
                    lab,
                    Hours.of(lab.study().horizon()),
                    new ContentionStudy(Question.DEFAULT_SEED, threads),
                    threads,
                    Progress.SILENT);
        }
    }

    /** So many histories, with luck taken away. */
    @Benchmark
    public Trial.Measured histories(Study study) {
        return study.trial.measured(new Trial.Luck(Question.DEFAULT_SEED, Question.DEFAULT_DRAWS), HISTORIES);
    }
}
