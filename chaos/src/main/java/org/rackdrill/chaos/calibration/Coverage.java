package org.rackdrill.chaos.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import org.rackdrill.chaos.run.Prediction.Range;
import org.rackdrill.chaos.simulated.SimulatedLab;

/**
 * How well a lab foretells what was measured: each measured duration beside the 95 % interval that was to be expected.
 *
 * @param compared in the order of the runs
 * @param notSeen what took no time, though in most simulated runs it took some: no duration, and yet not foreseen
 */
public record Coverage(List<Compared> compared, List<Compared> notSeen) {

    /** More draws of the lab's ranges than this tell nothing new. */
    private static final int MOST_DRAWS = 200;

    /** What fewer than one run in so many measures was not foreseen at all. */
    private static final int SELDOM = 20;

    public Coverage {
        compared = List.copyOf(compared);
        notSeen = List.copyOf(notSeen);
    }

    /**
     * One duration.
     *
     * @param name of what took so long
     * @param foreseen none: hardly any simulated run could measure it
     */
    public record Compared(String run, String name, Duration took, Optional<Range> foreseen) {

        /** Returns whether it lies in its interval. */
        public boolean inside() {
            return foreseen.filter(it -> took.compareTo(it.low()) >= 0 && took.compareTo(it.high()) <= 0)
                    .isPresent();
        }

        private boolean wasForeseenToTakeTime() {
            return foreseen.filter(it -> !it.median().isZero()).isPresent();
        }

        private Duration width() {
            return foreseen.map(it -> it.high().minus(it.low())).orElse(Duration.ZERO);
        }
    }

    /**
     * Simulates the drills of some runs, with everything that may happen meanwhile and with what is not known drawn from
     * its ranges, and looks where the measured durations lie.
     *
     * @param runs simulated for each drill
     */
    public static Coverage of(SimulatedLab lab, List<Evidence> evidence, long seed, int runs, int threads) {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            List<ForkJoinTask<List<Compared>>> tasks = new ArrayList<>();
            evidence.stream()
                    .filter(it -> !it.took().isEmpty())
                    .forEach(it -> tasks.add(pool.submit(() -> of(lab, it, seed, runs))));
            List<Compared> all =
                    tasks.stream().flatMap(it -> it.join().stream()).toList();
            return new Coverage(
                    all.stream().filter(it -> !it.took().isZero()).toList(),
                    all.stream()
                            .filter(it -> it.took().isZero() && it.wasForeseenToTakeTime())
                            .toList());
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<Compared> of(SimulatedLab lab, Evidence evidence, long seed, int runs) {
        double[][] draws = lab.draw(Math.min(runs, MOST_DRAWS), seed);
        Rehearsal rehearsal = new Rehearsal(lab, evidence.drill(), evidence.terms(), seed, false);
        Map<String, List<Duration>> simulated = new LinkedHashMap<>();
        for (int run = 0; run < runs; run++) {
            rehearsal
                    .run(run, draws[run % draws.length])
                    .forEach((name, took) -> simulated
                            .computeIfAbsent(name, first -> new ArrayList<>())
                            .add(took));
        }
        List<Compared> compared = new ArrayList<>();
        evidence.took().forEach((name, took) -> {
            List<Duration> its = simulated.getOrDefault(name, List.of());
            Optional<Range> foreseen = its.size() * SELDOM < runs ? Optional.empty() : Range.of(its);
            compared.add(new Compared(evidence.run(), name, took, foreseen));
        });
        return compared;
    }

    /** Returns how many lie inside. */
    public int inside() {
        return (int) compared.stream().filter(Compared::inside).count();
    }

    /** Returns those that do not lie inside. */
    public List<Compared> missed() {
        return compared.stream().filter(it -> !it.inside()).toList();
    }

    /** Returns the median of the widths of the intervals; zero when nothing was compared. */
    public Duration medianWidth() {
        return median(Compared::width);
    }

    /** Returns the median of what was measured; zero when nothing was compared. */
    public Duration medianTook() {
        return median(Compared::took);
    }

    private Duration median(Function<Compared, Duration> of) {
        List<Duration> all = compared.stream().map(of).toList();
        return Range.of(all).map(Range::median).orElse(Duration.ZERO);
    }
}
