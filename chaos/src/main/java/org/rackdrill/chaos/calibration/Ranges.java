package org.rackdrill.chaos.calibration;

import java.util.stream.IntStream;
import org.rackdrill.simulator.statistics.Response;

/**
 * How wide the ranges of values are written. A lab file says of each value by itself how far it may be off, and a
 * simulation draws them independently; what was measured often tells the sum of some values far better than any of them. So
 * each range is as wide as what is known of its value alone, unless that would make something that was measured look less
 * known than it is.
 */
final class Ranges {

    /** Enough for the widths to settle. */
    private static final int ROUNDS = 200;

    private final Fit fit;
    private final double[] variances;

    private Ranges(Fit fit, int values) {
        this.fit = fit;
        variances = IntStream.range(0, values)
                .mapToDouble(i -> fit.belief().deviation(i) * fit.belief().deviation(i))
                .toArray();
    }

    /** Returns the standard deviations of values that stand for what is believed of all of them together. */
    static double[] deviations(Fit fit, int values) {
        Ranges ranges = new Ranges(fit, values);
        for (int round = 0; round < ROUNDS; round++) {
            ranges.narrow();
        }
        return IntStream.range(0, values)
                .mapToDouble(i -> Math.sqrt(ranges.variances[i]))
                .toArray();
    }

    /** What matters most to something that looks less known than it is gets the most of its narrowing. */
    private void narrow() {
        double[] weights = new double[variances.length];
        double[] wanted = new double[variances.length];
        for (Fit.Measured one : fit.measured()) {
            double[] known = fit.belief().known(one.response());
            for (int thing = 0; thing < known.length; thing++) {
                add(one.response(), thing, known[thing], weights, wanted);
            }
        }
        for (int i = 0; i < variances.length; i++) {
            if (weights[i] > 0) {
                variances[i] *= Math.min(1, wanted[i] / weights[i]);
            }
        }
    }

    private void add(Response response, int thing, double known, double[] weights, double[] wanted) {
        double drawn = 0;
        for (int i = 0; i < variances.length; i++) {
            drawn += response.slope(thing, i) * response.slope(thing, i) * variances[i];
        }
        if (drawn == 0) {
            return;
        }
        double luck = response.luck(thing) * response.luck(thing);
        for (int i = 0; i < variances.length; i++) {
            // Beside much luck it does not matter how well something is known.
            double weight = response.slope(thing, i) * response.slope(thing, i) * variances[i] / (luck + known);
            weights[i] += weight;
            wanted[i] += weight * Math.min(1, known / drawn);
        }
    }
}
