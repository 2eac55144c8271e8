package org.rackdrill.chaos.measurement;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a benchmark got out of a disk while it asked as fast as it was answered.
 *
 * @param device the file or device that was asked; empty when the record does not say
 * @param pattern as fio calls it, such as {@code randread}
 * @param blockBytes of one request; positive
 * @param depth how many requests were under way at once; at least 1
 * @param direct whether the page cache of the host was left out
 * @param reads nothing when none were made
 */
public record Benchmark(
        String job,
        String device,
        String pattern,
        double blockBytes,
        int depth,
        boolean direct,
        Optional<Side> reads,
        Optional<Side> writes)
        implements Measurement {

    /** A pattern that jumps from place to place. */
    public boolean random() {
        return pattern.startsWith("rand");
    }

    /**
     * The reads, or the writes.
     *
     * @param count how many were timed
     * @param millis time within which a share (in percent, 0 to 100) of them was answered; may be empty
     */
    public record Side(double perSecond, long count, double meanMillis, Map<Double, Double> millis) {
        public Side {
            millis = Map.copyOf(millis);
        }

        /** Returns a percentile that was recorded, such as 99. */
        public Optional<Double> percentile(double percent) {
            return Optional.ofNullable(new TreeMap<>(millis).get(percent));
        }
    }
}
