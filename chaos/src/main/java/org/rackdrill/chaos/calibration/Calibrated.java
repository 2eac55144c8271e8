package org.rackdrill.chaos.calibration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.simulator.statistics.Belief;

/**
 * What a calibration has found.
 *
 * @param runs how many runs had measured anything
 * @param durations how many measured durations were compared with simulated ones
 * @param learned the values of which something was learned, those that moved farthest first
 * @param unexplained what was measured and lies far from everything that the values, as calibrated, would explain
 */
public record Calibrated(int runs, int durations, List<Learned> learned, List<Unexplained> unexplained) {

    /** Something is learned of a value when it is known so much better than before. */
    private static final double BETTER = 0.95;

    /** A measurement tells of a value when a deviation of that moves it by this share of what luck does. */
    private static final double TELLS = 0.2;

    /** In how many deviations from the expectation 99 % lie. */
    private static final double FAR = 2.576;

    public Calibrated {
        learned = List.copyOf(learned);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * One value.
     *
     * @param paths where it stands, or has to be written
     * @param before as the file or the catalogue says it, with its range
     * @param now the same after the measurements, with the range that stands for what is known of all values together;
     *     as before when it cannot be written
     * @param moved the factor from the old best guess to the new one
     * @param low the lower end of the range in which it lies, nothing else known, as a factor on the new best guess
     * @param high its upper end
     * @param measurements how many durations told something of it
     * @param written whether it is a duration, and can be written
     */
    public record Learned(
            List<String> paths,
            String before,
            String now,
            double moved,
            double low,
            double high,
            int measurements,
            boolean written) {
        public Learned {
            paths = List.copyOf(paths);
        }
    }

    /**
     * A measurement.
     *
     * @param name of what took so long
     * @param low the lower end of the 99 % interval of the fit
     * @param high its upper end
     */
    public record Unexplained(String run, String name, Duration took, Duration low, Duration high) {}

    static Calibrated nothing(int runs) {
        return new Calibrated(runs, 0, List.of(), List.of());
    }

    static Calibrated of(List<Value> values, Belief before, Fit fit, int runs) {
        List<Learned> learned = new ArrayList<>();
        double[] ranges = Ranges.deviations(fit, values.size());
        for (int i = 0; i < values.size(); i++) {
            int told = told(i, fit);
            boolean better = fit.belief().deviation(i) < BETTER * before.deviation(i);
            if (told > 0 && better) {
                learned.add(learned(values.get(i), i, told, fit, ranges[i]));
            }
        }
        learned.sort(Comparator.comparingDouble((Learned it) -> -Math.abs(Math.log(it.moved()))));
        int durations =
                fit.measured().stream().mapToInt(it -> it.values().length).sum();
        return new Calibrated(runs, durations, learned, unexplained(fit));
    }

    private static Learned learned(Value value, int place, int told, Fit fit, double range) {
        double mean = fit.belief().mean(place);
        double deviation = fit.belief().deviation(place);
        double best = value.factor(mean);
        String before = value.written();
        return new Learned(
                value.paths(),
                before,
                value.writable() ? value.calibrated(mean, range, fit.spreads()[place]) : before,
                best,
                value.factor(mean - Value.Z95 * deviation) / best,
                value.factor(mean + Value.Z95 * deviation) / best,
                told,
                value.writable());
    }

    private static int told(int place, Fit fit) {
        int told = 0;
        for (Fit.Measured one : fit.measured()) {
            for (int thing = 0; thing < one.values().length; thing++) {
                double slope = Math.abs(one.response().slope(thing, place));
                told += slope > TELLS * one.response().luck(thing) ? 1 : 0;
            }
        }
        return told;
    }

    private static List<Unexplained> unexplained(Fit fit) {
        List<Unexplained> far = new ArrayList<>();
        for (Fit.Measured one : fit.measured()) {
            double[] off = fit.belief().surprise(one.seen(1));
            double[] spread = fit.belief().spread(one.response());
            Rehearsal.Scale scale = Rehearsal.Scale.of(one.from().terms());
            for (int i = 0; i < off.length; i++) {
                if (Math.abs(off[i]) > FAR * spread[i]) {
                    double expected = one.values()[i] - off[i];
                    String name = one.things().get(i);
                    far.add(new Unexplained(
                            one.from().run(),
                            name,
                            one.from().took().getOrDefault(name, Duration.ZERO),
                            scale.back(expected - FAR * spread[i]),
                            scale.back(expected + FAR * spread[i])));
                }
            }
        }
        return far;
    }

    /** Returns what has to be written into the lab file. */
    public List<Edit> edits() {
        return learned.stream()
                .filter(Learned::written)
                .flatMap(it -> it.paths().stream().map(path -> new Edit(path, it.now())))
                .toList();
    }
}
