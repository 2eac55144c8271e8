package org.rackdrill.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.rackdrill.chaos.check.Expectation;
import org.rackdrill.chaos.check.Guardrail;
import org.rackdrill.chaos.check.Probe;
import org.rackdrill.chaos.check.Steady;
import org.rackdrill.chaos.drill.Act;
import org.rackdrill.chaos.drill.BlastRadius;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.Step;
import org.rackdrill.chaos.drill.When;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.fault.Aim;
import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Forecast;
import org.rackdrill.chaos.run.Prediction;
import org.rackdrill.chaos.run.Terms;

/** What the runner itself costs in one run of a forecast: an hour with one fault of ten minutes, and eight probes. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(ForecastBenchmark.RUNS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgs = "-XX:+UseSerialGC")
public class ForecastBenchmark {
    /** As many as a thread takes at a time. */
    static final int RUNS = 50;

    private static final int NODES = 8;

    /** A drill in worlds whose calls cost nothing. */
    @State(Scope.Benchmark)
    public static class Asked {
        private final Forecast quiet = forecast(true);
        private final Forecast restless = forecast(false);
    }

    /** One run on one core, with its plan and its verdict, where the world says until when its probes see nothing new. */
    @Benchmark
    public Prediction quiet(Asked asked) {
        return asked.quiet.of(1, RUNS, 1);
    }

    /** The same where nobody knows that, so that every probe is asked every ten seconds. */
    @Benchmark
    public Prediction restless(Asked asked) {
        return asked.restless.of(1, RUNS, 1);
    }

    private static Forecast forecast(boolean quiet) {
        return new Forecast(drill(), () -> number -> new CheapWorld(quiet), Terms.USUAL);
    }

    private static Drill drill() {
        List<Steady> steady = new ArrayList<>();
        for (int node = 1; node <= NODES; node++) {
            steady.add(new Steady(new Probe.Up(new Target.Node("node" + node)), Optional.of(Duration.ofMinutes(5))));
        }
        Target.Node hit = new Target.Node("node1");
        Act.Break<Target.Node> act =
                new Act.Break<>(new Fault.NodePowerLoss(), new Aim.Named<>(hit), Optional.of(Duration.ofMinutes(10)));
        return new Drill(
                "an hour",
                "bench",
                "the runner is fast",
                Set.of(WorldKind.SIM),
                Optional.of(1L),
                steady,
                List.of(new Step("dead", new When.At(Duration.ofMinutes(5)), act, 1)),
                List.of(
                        new Expectation.Recovers(hit, Duration.ofMinutes(15), Optional.empty()),
                        new Expectation.Down(hit, Duration.ofMinutes(15), Optional.empty()),
                        new Expectation.NothingElse(List.of())),
                List.of(new Guardrail(new Probe.Up(new Target.Node("node8")), Duration.ofMinutes(1))),
                BlastRadius.AS_AIMED,
                Set.of(),
                Optional.empty(),
                List.of(),
                Duration.ofHours(1));
    }
}
