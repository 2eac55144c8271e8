package org.rackdrill.bench;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.rackdrill.simulator.storage.Cache;
import org.rackdrill.simulator.storage.Copies;
import org.rackdrill.simulator.storage.HardDisk;
import org.rackdrill.simulator.storage.Load;
import org.rackdrill.simulator.storage.Observed;
import org.rackdrill.simulator.storage.Records;
import org.rackdrill.simulator.storage.Rig;
import org.rackdrill.simulator.storage.Span;
import org.rackdrill.simulator.storage.Trial;

/** How many requests to disks are simulated in a second. */
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
public class StorageBenchmark {

    private static final double PER_SECOND = 2000;
    private static final int SECONDS = 1500;
    private static final int REQUESTS = (int) (PER_SECOND * SECONDS);
    private static final int RECORDS = 65_536;

    /** A mirror of two hard disks behind a cache that holds nine of ten records; the rest is read from the disks. */
    @State(Scope.Benchmark)
    public static class Mirror {
        private final HardDisk disk = HardDisk.ofFigures(76, 170e6);
        private final Records files = new Records(
                RECORDS,
                0.9,
                1,
                16_384,
                false,
                new Records.Memory(Cache.Policy.ARC, RECORDS * 92 / 100, 0.02),
                new Copies(0, 2, 2));
        private final Rig rig = Rig.of(List.of(disk, disk), new Load.Open("files", PER_SECOND, files));
        private long history;
    }

    /** One request on one core. */
    @Benchmark
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.SECONDS)
    @OperationsPerInvocation(REQUESTS)
    public Observed mirrorWithWarmCache(Mirror mirror) {
        return Trial.one(mirror.rig, new Span(SECONDS * 200.0, SECONDS * 800.0), 1, mirror.history++);
    }
}
