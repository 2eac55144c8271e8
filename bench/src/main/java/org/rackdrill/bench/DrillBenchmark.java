package org.rackdrill.bench;

import java.nio.charset.StandardCharsets;
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
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.reading.DrillReader;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.lab.Lab;

/** What a prediction costs: a drill of an hour on v1, with everything else that may happen, by the runner's own code. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
public class DrillBenchmark {
    private static final int RUNS = 1_000;

    private static final String HOUR = """
            drill: 1
            name: A node dies
            lab: v1
            why: It is measured
            lasts: 1 h
            steady:
              - {up: home-assistant, tolerates: 6 min}
              - {quorate: pve}
              - {charged: ups1, at-least: 90%}
            timeline:
              - {name: power-loss, at: 1 min, node-power-loss: the node that runs home-assistant, for: 20 min}
            expect:
              - {recovers: home-assistant, within: 5 min}
              - {always: {runs-once: home-assistant}}
              - {alarm: the target of power-loss, within: 5 min, clears: true}
              - {hands: 0}
              - nothing-else: [jellyfin, uptime-kuma, xyops]
            accepts: [last-redundancy]
            """;

    /** The drill, read, and its lab, compiled. */
    @State(Scope.Benchmark)
    public static class Asked {
        private final Lab lab = Labs.v1();
        private final SimulatedLab simulated = new SimulatedLab(lab, "");
        private final Drill drill = new DrillReader(name -> lab)
                .read("hour.drill.yaml", HOUR.getBytes(StandardCharsets.UTF_8))
                .drill()
                .orElseThrow(() -> new IllegalStateException("the drill cannot be read"));
    }

    /** A prediction of a thousand runs on one core. */
    @Benchmark
    public Prediction oneCore(Asked asked) {
        return asked.simulated.predict(asked.drill, Terms.USUAL, 1, RUNS, 1, () -> false);
    }

    /** The same on all cores. */
    @Benchmark
    public Prediction allCores(Asked asked) {
        return asked.simulated.predict(
                asked.drill, Terms.USUAL, 1, RUNS, Runtime.getRuntime().availableProcessors(), () -> false);
    }
}
