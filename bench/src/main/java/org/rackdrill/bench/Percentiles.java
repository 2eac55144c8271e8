package org.rackdrill.bench;

import java.util.List;

/**
 * How long something took, many times.
 *
 * @param times how often it was measured
 * @param p50 milliseconds that half of them do not exceed
 * @param p99 milliseconds that 99 of 100 do not exceed
 * @param most the longest, in milliseconds
 */
record Percentiles(int times, double p50, double p99, double most) {

    /** Sums up measurements in nanoseconds, in any order; at least one. */
    static Percentiles of(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return new Percentiles(sorted.size(), at(sorted, 50), at(sorted, 99), at(sorted, 100));
    }

    private static double at(List<Long> sorted, int percent) {
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(rank, 1) - 1) / 1e6;
    }
}
