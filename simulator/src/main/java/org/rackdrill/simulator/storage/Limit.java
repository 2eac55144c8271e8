package org.rackdrill.simulator.storage;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * A limit on operations a second, as the kernel of Linux keeps it for a control group, and so for a container: time is cut
 * into slices, in each of which so many operations pass at once, and whoever comes then waits for the next slice. A slice
 * begins when somebody comes after all before are over. What a slice leaves is lost.
 *
 * @param perSlice how many operations pass in a slice; at least 1
 * @param sliceMillis how long a slice is; positive
 * @param millis what the device behind takes for an operation that has passed; not negative
 */
public record Limit(int perSlice, double sliceMillis, double millis) implements Device {

    /** What is slow takes at least so many times as long as what is quick, or there are no two kinds. */
    private static final double FAR = 3;

    /** The few longest times are no slices but what else the machine had to do. */
    private static final double OUTLIERS = 0.005;

    /** How many of the distances between slow operations are alike, on a machine that does other things too. */
    private static final double REGULAR = 0.7;

    /** How far such distances differ from their median, or by one operation. */
    private static final double ALIKE = 0.2;

    private static final int FEWEST_SLICES = 5;

    /** Enough for two means to settle. */
    private static final int ROUNDS = 20;

    public Limit {
        Positive.atLeastOne("perSlice", perSlice);
        Positive.number("sliceMillis", sliceMillis);
        Positive.orZero("millis", millis);
    }

    /** Returns as many as pass in a slice: so many are waited for, or served, at once, and who comes then is behind them. */
    @Override
    public int channels() {
        return perSlice;
    }

    /** Returns how many operations pass in a second. */
    public double perSecond() {
        return perSlice / sliceMillis * 1000;
    }

    /**
     * Returns the limit that answers in such times when it is asked one operation after the other: quick ones, and at
     * regular distances a slow one that waits for the next slice. Nothing when the times do not look like that.
     *
     * @param millis the times, in the order in which they were measured
     */
    public static Optional<Limit> ofOneByOne(double[] millis) {
        double between = between(millis);
        int[] slow = IntStream.range(0, millis.length)
                .filter(i -> millis[i] > between)
                .toArray();
        int slices = slow.length - 1;
        if (slices < FEWEST_SLICES) {
            return Optional.empty();
        }
        double perSlice = median(IntStream.rangeClosed(1, slices).mapToDouble(i -> slow[i] - slow[i - 1]));
        long alike = IntStream.rangeClosed(1, slices)
                .filter(i -> Math.abs(slow[i] - slow[i - 1] - perSlice) <= Math.max(1, ALIKE * perSlice))
                .count();
        if (perSlice < 2 || alike < REGULAR * slices) {
            return Optional.empty();
        }
        double slice = median(IntStream.rangeClosed(1, slices)
                .mapToDouble(
                        i -> Arrays.stream(millis, slow[i - 1] + 1, slow[i] + 1).sum()));
        double quick = median(Arrays.stream(millis).filter(it -> it <= between));
        return Optional.of(new Limit((int) Math.rint(perSlice), slice, quick));
    }

    private static double median(DoubleStream values) {
        double[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /**
     * Returns a time between the quick and the slow ones, the middle between their means, each of which is the mean of
     * what is nearest to it; infinite when they are not far from each other.
     */
    private static double between(double[] millis) {
        double[] sorted = Arrays.stream(millis).sorted().toArray();
        double[] usual = Arrays.copyOf(sorted, (int) (sorted.length * (1 - OUTLIERS)));
        double between = usual.length == 0 ? 0 : usual[usual.length - 1] / 2;
        for (int round = 0; round < ROUNDS; round++) {
            double middle = between;
            double quick =
                    Arrays.stream(usual).filter(it -> it <= middle).average().orElse(0);
            double slow =
                    Arrays.stream(usual).filter(it -> it > middle).average().orElse(0);
            if (slow < FAR * quick) {
                return Double.POSITIVE_INFINITY;
            }
            between = (quick + slow) / 2;
        }
        return between;
    }
}
