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
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.simulator.history.Tally;

/** The time that one simulated year of a lab takes as it grows, with everything that a study keeps account of. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(
        value = 2,
        jvmArgs = {"-Xms2g", "-Xmx2g", "-XX:+UseSerialGC"})
public class ScaleBenchmark {

    /** A hall of nodes. */
    @State(Scope.Thread)
    public static class Hall {
        /** How many. */
        @Param({"10", "100", "1000"})
        public int nodes = 10;

        private Histories histories = new Histories(Labs.scale(nodes));

        /** Builds it. */
        @Setup(Level.Trial)
        public void build() {
            histories = new Histories(Labs.scale(nodes));
        }
    }

    /** One history, which is one year long. */
    @Benchmark
    public Tally year(Hall hall) {
        return hall.histories.row(1);
    }
}
