package org.rackdrill.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.simulator.capacity.StorageStudy;

/** What a usual week of the disks of v1 costs, on all processors. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1)
@Measurement(iterations = 3)
@Fork(value = 1, jvmArgs = "-XX:+UseSerialGC")
public class CapacityBenchmark {

    private static final double SECOND = 1000;

    /** The lab, and how many seconds of each hour are simulated. */
    @State(Scope.Benchmark)
    public static class Week {
        private final Lab lab = Labs.v1();

        /** A minute, as {@code capacity} does, or all of them. */
        @Param({"60", "3600"})
        public int secondsOfHour;
    }

    /** How many requests were answered. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Counted {
        /** Over all invocations. */
        public long events;

        /** Weeks. */
        public long histories;
    }

    /** All hours of a week. */
    @Benchmark
    public StorageStudy.WeekAlone week(Week week, Counted counted) {
        StorageStudy.WeekAlone seen =
                StorageStudy.week(week.lab, 1, Runtime.getRuntime().availableProcessors(), week.secondsOfHour * SECOND);
        counted.events += seen.requests();
        counted.histories++;
        return seen;
    }
}
