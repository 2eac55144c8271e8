package org.rackdrill.simulator.capacity;

import java.util.List;

/**
 * How a memory is shared by what is read through it: the part of each is what it asks for within the time that a record
 * stays, and that time is the same for all and such that the memory is full (Che, Tung and Wang 2002; Fagin 1977 for
 * one stream).
 */
final class Sharing {

    private static final double LONGEST_SECONDS = 1e10;
    private static final int STEPS = 80;

    private Sharing() {}

    /**
     * One that reads through the memory.
     *
     * @param perSecond requests for records
     * @param bytes of a record
     */
    record Reader(Zipf popularity, double perSecond, double bytes) {

        double held(double seconds) {
            return popularity.distinct(perSecond * seconds);
        }
    }

    /** Returns for how many seconds a record stays that nobody asks for again; infinite when all fits. */
    static double staysSeconds(List<Reader> readers, double memoryBytes) {
        if (memoryBytes <= 0) {
            return 0;
        }
        if (bytes(readers, LONGEST_SECONDS) <= memoryBytes) {
            return Double.POSITIVE_INFINITY;
        }
        double low = Math.log(1e-6);
        double high = Math.log(LONGEST_SECONDS);
        for (int i = 0; i < STEPS; i++) {
            double middle = (low + high) / 2;
            if (bytes(readers, Math.exp(middle)) < memoryBytes) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private static double bytes(List<Reader> readers, double seconds) {
        return readers.stream()
                .mapToDouble(reader -> reader.held(seconds) * reader.bytes())
                .sum();
    }
}
