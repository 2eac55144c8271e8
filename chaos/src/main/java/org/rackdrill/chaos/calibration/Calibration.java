package org.rackdrill.chaos.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.model.reading.Explained;
import org.rackdrill.simulator.compiled.Parameters;
import org.rackdrill.simulator.statistics.Belief;
import org.rackdrill.simulator.study.Rewriting;

/**
 * Makes the durations that a lab file states more exact by what runs of drills have measured in that lab.
 *
 * <p>It is Bayes' rule for numbers that are nearly normal: what the file says, with its ranges, is believed before; how the
 * measured times respond to the values is learned from simulated runs of the same drills, with values drawn from what is
 * believed so far and all the luck of a run; a few rounds make the plane through these runs fit where the belief is. How
 * far luck scatters times is common to all of them, and fitted to what is left.
 */
public final class Calibration {

    /** How like two values are that the file states in the same words: most of what is wrong with them is the same. */
    private static final double ALIKE = 0.8;

    /** Rounds in which the spread of luck is fitted, each with so many planes. */
    private static final int SPREADS = 3;

    private static final int PLANES = 2;

    private final Lab lab;
    private final Rewriting rewriting;
    private final Setting setting;
    private final List<Evidence> evidence;
    private final List<Value> values;

    /**
     * How it is computed.
     *
     * @param seed of the simulated runs
     * @param runs of each drill for each plane
     * @param threads which change nothing but how long it takes
     */
    public record Setting(long seed, int runs, int threads) {}

    /** One drill, the values that matter to it, and every run of it. */
    private record Played(Evidence first, List<Evidence> runs, int[] matters) {}

    /**
     * Prepares it.
     *
     * @param explained every value of the lab, as its reader explains it
     * @param rewriting reads the lab again with other values
     */
    public Calibration(
            Lab lab, List<Explained> explained, Rewriting rewriting, List<Evidence> evidence, Setting setting) {
        this.lab = lab;
        this.rewriting = rewriting;
        this.setting = setting;
        this.evidence = evidence.stream().filter(it -> !it.took().isEmpty()).toList();
        Parameters parameters = new SimulatedLab(lab, "").compiled().parameters();
        values = IntStream.range(1, parameters.count())
                .mapToObj(number -> Value.of(number, parameters.get(number), explained))
                .toList();
    }

    /** Calibrates. */
    public Calibrated run() {
        ForkJoinPool pool = new ForkJoinPool(setting.threads());
        try {
            SimulatedLab simulated = new SimulatedLab(lab, "");
            List<Played> played = played(simulated, pool);
            int[] known = played.stream()
                    .flatMapToInt(it -> Arrays.stream(it.matters()))
                    .distinct()
                    .sorted()
                    .toArray();
            if (known.length == 0) {
                return Calibrated.nothing(evidence.size());
            }
            List<Value> its = IntStream.of(known).mapToObj(this::value).toList();
            Belief before = prior(its);
            Fit fit = new Fit(before, known.length);
            for (int round = 0; round < SPREADS; round++) {
                for (int plane = 0; plane < PLANES; plane++) {
                    fit = fit.with(responses(simulated, played, known, fit.belief(), pool), before);
                }
                fit = fit.respread(its);
                simulated = new SimulatedLab(spread(its, fit.spreads()).orElse(lab), "");
            }
            fit = fit.with(responses(simulated, played, known, fit.belief(), pool), before);
            return Calibrated.of(its, before, fit, evidence.size());
        } finally {
            pool.shutdownNow();
        }
    }

    private Value value(int number) {
        return values.get(number - 1);
    }

    private List<Played> played(SimulatedLab simulated, ForkJoinPool pool) {
        Map<List<Object>, List<Evidence>> byDrill = new LinkedHashMap<>();
        for (Evidence one : evidence) {
            byDrill.computeIfAbsent(List.of(one.drill(), one.terms(), one.arming()), first -> new ArrayList<>())
                    .add(one);
        }
        return each(
                pool,
                List.copyOf(byDrill.values()),
                runs -> new Played(
                        runs.get(0), runs, rehearsal(simulated, runs.get(0)).matters()));
    }

    /** Each value by itself, but those that are said in the same words are likely to be wrong in the same way. */
    private static Belief prior(List<Value> values) {
        double[][] covariance = new double[values.size()][values.size()];
        for (int i = 0; i < values.size(); i++) {
            for (int j = 0; j < values.size(); j++) {
                covariance[i][j] = i == j ? 1 : values.get(i).alike(values.get(j)) ? ALIKE : 0;
            }
        }
        return Belief.of(new double[values.size()], covariance);
    }

    private List<Fit.Measured> responses(
            SimulatedLab simulated, List<Played> played, int[] known, Belief belief, ForkJoinPool pool) {
        double[][] scores = belief.draws(setting.runs(), setting.seed());
        double[][] factors = new double[scores.length][];
        for (int run = 0; run < scores.length; run++) {
            factors[run] = simulated.bestGuess();
            for (int i = 0; i < known.length; i++) {
                factors[run][known[i]] = value(known[i]).factor(scores[run][i]);
            }
        }
        List<List<Fit.Measured>> all = each(pool, played, it -> {
            int[] matters = IntStream.range(0, known.length)
                    .filter(i -> Arrays.binarySearch(it.matters(), known[i]) >= 0)
                    .toArray();
            Rehearsal rehearsal = rehearsal(simulated, it.first());
            return Fit.measured(rehearsal, factors, scores, matters, it.runs());
        });
        return all.stream().flatMap(List::stream).toList();
    }

    private Rehearsal rehearsal(SimulatedLab simulated, Evidence of) {
        return new Rehearsal(simulated, of.drill(), of.terms(), setting.seed(), true).arming(of.arming());
    }

    private Optional<Lab> spread(List<Value> its, double[] spreads) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < spreads.length; i++) {
            Value it = its.get(i);
            if (it.writable()) {
                String text = it.spread(spreads[i]);
                it.paths().forEach(path -> edits.add(new Edit(path, text)));
            }
        }
        return edits.isEmpty() ? Optional.of(lab) : rewriting.with(edits);
    }

    private static <T, R> List<R> each(ForkJoinPool pool, List<T> things, Function<T, R> work) {
        List<ForkJoinTask<R>> tasks = new ArrayList<>();
        things.forEach(thing -> tasks.add(pool.submit(() -> work.apply(thing))));
        return tasks.stream().map(ForkJoinTask::join).toList();
    }
}
