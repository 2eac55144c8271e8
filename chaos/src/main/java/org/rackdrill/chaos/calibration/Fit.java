package org.rackdrill.chaos.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.rackdrill.simulator.statistics.Belief;
import org.rackdrill.simulator.statistics.Belief.Seen;
import org.rackdrill.simulator.statistics.Response;

/**
 * What is believed after some measurements, and how far luck scatters them.
 *
 * @param spreads of luck, for each value as a factor on what the lab file says
 * @param measured what the belief comes from; none before the first
 */
record Fit(Belief belief, double[] spreads, List<Measured> measured) {

    /** A thing that fewer simulated runs measured than this is not compared. */
    private static final int FEWEST = 60;

    /** One in a hundred on the logarithm of a time: what no journal is more exact than. */
    private static final double LEAST = 0.01;

    /** The deviation of a moment that is known to lie between two looks, as a share of the time between them. */
    private static final double BETWEEN_LOOKS = 0.3;

    /** Degrees of freedom of what happens beside the model; the fewer, the less a measurement counts that is far off. */
    private static final double SURPRISES = 4;

    /** What the file says of the spread of luck counts as much as so many measurements. */
    private static final double SPREAD_KNOWN = 2;

    /** What is known of the spreads of all values counts so much for each of them. */
    private static final double SPREAD_ALIKE = 2;

    /** The median of the square of a standard normal number. */
    private static final double MEDIAN_SQUARE = 0.4549364231195724;

    private static final double SMALLEST_SPREAD = 0.1;
    private static final double LARGEST_SPREAD = 4;

    Fit(Belief belief, int values) {
        this(belief, DoubleStream.generate(() -> 1).limit(values).toArray(), List.of());
    }

    /**
     * What one run measured, and how it responds to the values.
     *
     * @param things their names
     */
    record Measured(Evidence from, List<String> things, double[] values, Response response) {
        Seen seen(double trust) {
            return new Seen(values, response, trust);
        }
    }

    /**
     * Lays a plane through simulated runs of a drill for each real run of it; the runs may have measured different things.
     *
     * @param scores {@code [run][value]}, from which the factors come
     * @param matters the places of the values that matter
     */
    static List<Measured> measured(
            Rehearsal rehearsal, double[][] factors, double[][] scores, int[] matters, List<Evidence> runs) {
        Set<String> all = new LinkedHashSet<>();
        runs.forEach(run -> all.addAll(run.took().keySet()));
        List<String> names = List.copyOf(all);
        Rehearsal.Scale scale = Rehearsal.Scale.of(runs.get(0).terms());
        double[][] things = rehearsal.runs(factors, names, scale);
        List<Measured> measured = new ArrayList<>();
        for (Evidence run : runs) {
            of(run, names, scale, things, scores, matters).ifPresent(measured::add);
        }
        return measured;
    }

    private static Optional<Measured> of(
            Evidence run,
            List<String> names,
            Rehearsal.Scale scale,
            double[][] things,
            double[][] scores,
            int[] matters) {
        List<Integer> compared = new ArrayList<>();
        for (int thing = 0; thing < names.size(); thing++) {
            if (run.took().containsKey(names.get(thing)) && comparable(things, thing, run, names.get(thing), scale)) {
                compared.add(thing);
            }
        }
        int[] rows = whole(things, compared);
        if (compared.isEmpty() || rows.length < FEWEST + matters.length) {
            return Optional.empty();
        }
        double[][] simulated = new double[rows.length][compared.size()];
        double[][] numbers = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            numbers[i] = scores[rows[i]];
            for (int j = 0; j < compared.size(); j++) {
                simulated[i][j] = things[rows[i]][compared.get(j)];
            }
        }
        List<String> its = compared.stream().map(names::get).toList();
        double[] values =
                its.stream().mapToDouble(name -> scale.of(run.took().get(name))).toArray();
        double[] least = Arrays.stream(values)
                .map(value -> Math.max(LEAST, BETWEEN_LOOKS * scale.look() / Math.exp(value)))
                .toArray();
        return Optional.of(new Measured(run, its, values, Response.fit(numbers, simulated, matters, least)));
    }

    /** Enough simulated runs measured it, and somebody saw it take any time: nothing that took none is a duration. */
    private static boolean comparable(double[][] things, int thing, Evidence run, String name, Rehearsal.Scale scale) {
        double none = scale.of(Duration.ZERO);
        long seen = Arrays.stream(things).filter(it -> !Double.isNaN(it[thing])).count();
        double[] all = Arrays.stream(things)
                .mapToDouble(it -> it[thing])
                .filter(it -> !Double.isNaN(it))
                .sorted()
                .toArray();
        boolean lasts = all.length > 0
                && all[all.length / 2] > none
                && !run.took().get(name).isZero();
        return lasts && seen >= FEWEST && seen * 2 >= things.length;
    }

    private static int[] whole(double[][] things, List<Integer> compared) {
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < things.length; row++) {
            boolean whole = true;
            for (int thing : compared) {
                whole &= !Double.isNaN(things[row][thing]);
            }
            if (whole) {
                rows.add(row);
            }
        }
        return rows.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns what is believed after measurements, when something else was believed before any. */
    Fit with(List<Measured> all, Belief before) {
        boolean first = measured.isEmpty();
        List<Seen> seen = all.stream().map(it -> it.seen(first ? 1 : trust(it))).toList();
        return new Fit(before.given(seen), spreads, all);
    }

    /** What lies far from everything that is believed counts less, as in a Student's t distribution. */
    private double trust(Measured one) {
        int count = one.values().length;
        return Math.min(1, (SURPRISES + count) / (SURPRISES + belief.distance(one.seen(1))));
    }

    /**
     * Returns the same with spreads of luck that fit what is left. All of them together come from everything that was
     * measured; each one by itself is like the others, unless what it matters to says otherwise.
     */
    Fit respread(List<Value> values) {
        Leftovers common = new Leftovers();
        List<Leftovers> each = new ArrayList<>();
        values.forEach(value -> each.add(new Leftovers()));
        for (Measured one : measured) {
            double trust = trust(one);
            double[] off = belief.surprise(one.seen(1));
            double[] free = belief.free(one.response());
            for (int thing = 0; thing < off.length; thing++) {
                double luck = one.response().luck(thing);
                double seen = trust * off[thing] * off[thing] / (luck * luck);
                for (int i = 0; i < spreads.length; i++) {
                    double slope =
                            one.response().slope(thing, i) * values.get(i).luckInScores() * spreads[i];
                    double share = Math.min(1, slope * slope / (luck * luck));
                    common.add(share, seen * spreads[i] * spreads[i], free[thing]);
                    each.get(i).add(share, seen * spreads[i] * spreads[i], free[thing]);
                }
            }
        }
        double all = common.usual(SPREAD_KNOWN, 1);
        double[] fitted = each.stream()
                .mapToDouble(it -> Math.sqrt(it.fitted(SPREAD_ALIKE, all)))
                .map(it -> Math.min(LARGEST_SPREAD, Math.max(SMALLEST_SPREAD, it)))
                .toArray();
        return new Fit(belief, fitted, measured);
    }

    /** What is left of measurements that luck of some kind could explain. */
    private static final class Leftovers {
        private final List<double[]> squares = new ArrayList<>();
        private double left;
        private double free;

        void add(double share, double square, double freeOfIt) {
            left += share * square;
            free += share * freeOfIt;
            squares.add(new double[] {square / freeOfIt, share * freeOfIt});
        }

        /** Returns the mean square, when so many measurements before had another one. */
        double fitted(double before, double square) {
            return (before * square + left) / (before + free);
        }

        /** Returns the same from the median, which a few that the model cannot explain do not move. */
        double usual(double before, double square) {
            squares.sort(Comparator.comparingDouble(it -> it[0]));
            double half = free / 2;
            double median = square * MEDIAN_SQUARE;
            for (double[] it : squares) {
                half -= it[1];
                if (half <= 0) {
                    median = it[0];
                    break;
                }
            }
            return (before * square + free * median / MEDIAN_SQUARE) / (before + free);
        }
    }
}
