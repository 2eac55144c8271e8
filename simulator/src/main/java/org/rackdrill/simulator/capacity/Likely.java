package org.rackdrill.simulator.capacity;

/**
 * A number and where it lies nine times in ten, given how well its inputs are known.
 *
 * @param best at the best guess of every input
 * @param low at most {@code best}
 * @param high at least {@code best}
 */
public record Likely(double best, double low, double high) {

    /** A number that is exactly known. */
    public static Likely exactly(double value) {
        return new Likely(value, value, value);
    }
}
