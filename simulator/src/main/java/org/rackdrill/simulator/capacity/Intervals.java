package org.rackdrill.simulator.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Makes intervals of what several draws showed. */
final class Intervals {

    private static final double LOW = 0.05;
    private static final double HIGH = 0.95;

    private Intervals() {}

    /**
     * Returns a number at the best guess, and where the draws have it. What was found from all hours at the best guess
     * stands for it; the draws move it by what they differ from the best guess in the same few hours.
     *
     * @param best at the best guess, from all hours
     * @param draws from a few hours, the best guess first
     */
    static <T> Likely of(double best, List<T> draws, ToDoubleFunction<T> number) {
        double few = number.applyAsDouble(draws.get(0));
        double[] moved = draws.stream()
                .mapToDouble(draw -> few == 0 ? number.applyAsDouble(draw) : best * number.applyAsDouble(draw) / few)
                .sorted()
                .toArray();
        return new Likely(best, Math.min(best, between(moved, LOW)), Math.max(best, between(moved, HIGH)));
    }

    /** Returns the same for a share, which cannot be more than 1. */
    static <T> Likely share(double best, List<T> draws, ToDoubleFunction<T> number) {
        Likely likely = of(best, draws, number);
        return new Likely(best, likely.low(), Math.max(best, Math.min(1, likely.high())));
    }

    /** Returns a quantile with lines between the numbers, so that a dozen of them say something about the edges. */
    private static double between(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** Returns a quantile of a few numbers. */
    static double quantile(List<Double> numbers, double share) {
        double[] sorted = numbers.stream().mapToDouble(it -> it).toArray();
        Arrays.sort(sorted);
        return between(sorted, share);
    }
}
