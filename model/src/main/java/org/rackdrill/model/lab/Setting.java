package org.rackdrill.model.lab;

/**
 * One value in use: what it is, how well it is known, and who said so.
 *
 * @param value the best guess
 * @param text the value as a person wrote it
 * @param range how far the truth may lie from the best guess
 * @param origin who said so
 */
public record Setting<T>(T value, String text, Range range, Origin origin) {

    /**
     * A plausible range as factors on the best guess (a time for lifetimes and durations): nine in ten times the truth
     * lies between them. {@code (1, 1)} is certain.
     *
     * @param low at most 1
     * @param high at least 1
     */
    public record Range(double low, double high) {
        public static final Range CERTAIN = new Range(1, 1);

        public Range {
            if (!(low > 0 && low <= 1 && high >= 1 && high < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("the best guess must lie in its range");
            }
        }

        public boolean certain() {
            return low == 1 && high == 1;
        }
    }
}
