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
import org.openjdk.jmh.annotations.Threads;
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

        private Made made = Made.on(threads);

        /** Begins with so many threads. */
        @Setup(Level.Trial)
        public void begin() {
            made.trials.close();
            made = Made.on(threads);
        }

        /** Ends them. */
        @TearDown(Level.Trial)
        public void end() {
            made.trials.close();
        }
    }

    /** A study that each thread has for itself. */
    @State(Scope.Thread)
    public static class Own {
        private final Made made = Made.on(1);

        /** Ends it. */
        @TearDown(Level.Trial)
        public void end() {
            made.trials.close();
        }
    }

    /** The lab, ready, and who makes its histories. */
    private record Made(Trials trials, Trial trial) {

        static Made on(int threads) {
            Lab lab = Labs.v1();
            Trials trials = new Trials(
                    lab,
                    Hours.of(lab.study().horizon()),
                    new ContentionStudy(Question.DEFAULT_SEED, threads),
                    threads,
                    Progress.SILENT);
            return new Made(trials, trials.of(lab));
        }

        Trial.Measured histories() {
            return trial.measured(new Trial.Luck(Question.DEFAULT_SEED, Question.DEFAULT_DRAWS), HISTORIES);
        }
    }

    /** So many histories, with luck taken away. */
    @Benchmark
    public Trial.Measured histories(Study study) {
        return study.made.histories();
    }

    /** Two studies of one thread each at the same time: all that two cores of the machine can do, whoever shares the work. */
    @Benchmark
    @Threads(2)
    public Trial.Measured apart(Own own) {
        return own.made.histories();
    }
}
