package org.rackdrill.bench;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.simulator.compiled.Behaviour;
import org.rackdrill.simulator.history.Tally;

/** The time that one history of v1 takes, with all physics and with each behaviour left out. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(Histories.ROW)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 10, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class ProcessCostBenchmark {

    /** All physics, as people get it. */
    @State(Scope.Thread)
    public static class Complete {
        private final Histories histories = new Histories(Set.of());
    }

    /** All physics but one. A behaviour that is added is measured without a change here. */
    @State(Scope.Thread)
    public static class Lacking {
        /** What is left out: each there is. */
        @Param
        public Behaviour behaviour = Behaviour.MAINS_OUTAGES;

        private Histories histories = new Histories(Set.of(behaviour));

        /** Leaves it out. */
        @Setup(Level.Trial)
        public void leaveOut() {
            histories = new Histories(Set.of(behaviour));
        }
    }

    /** How much happened: unlike time, the same on every machine. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Happenings {
        public long events;
        public long histories;

        private Tally count(Histories of) {
            long before = of.events();
            Tally row = of.row();
            events += of.events() - before;
            histories += Histories.ROW;
            return row;
        }
    }

    /** One history with everything. */
    @Benchmark
    public Tally everything(Complete complete, Happenings happenings) {
        return happenings.count(complete.histories);
    }

    /** One history without one behaviour. */
    @Benchmark
    public Tally without(Lacking lacking, Happenings happenings) {
        return happenings.count(lacking.histories);
    }
}
