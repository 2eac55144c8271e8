package org.rackdrill.simulator.rare;

import java.util.List;

/**
 * Something rare, and how well it is known.
 *
 * @param value a probability, a share of time or a rate, as the method says that gave it
 * @param relativeError its standard error as a share of it; 0 when it is exact, infinite when it never happened
 * @param method how it was found
 * @param levels what splitting saw on its way up, the lowest first; empty for other methods
 * @param events how many things happened until it was known; 0 when it is exact
 * @param eventsOfOne how many things happen in the mean in one course from its start to its end; not a number where the
 *     value is not the chance of something in a course
 */
public record Rarity(
        double value, double relativeError, Method method, List<Level> levels, long events, double eventsOfOne) {

    public Rarity {
        levels = List.copyOf(levels);
    }

    /** How something rare is found, in the order in which it is tried. */
    public enum Method {
        EXACT("exact"),
        SPLITTING("splitting"),
        BIASED_SPLITTING("splitting with failure biasing"),
        BIASING("failure biasing");

        private final String words;

        Method(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /**
     * A height, and how many of the courses that set out below reached it.
     *
     * @param starts in all trees
     * @param hits of these
     */
    public record Level(int height, long starts, long hits) {}

    Rarity by(Method other) {
        return new Rarity(value, relativeError, other, levels, events, eventsOfOne);
    }

    static Rarity exact(double value) {
        return new Rarity(value, 0, Method.EXACT, List.of(), 0, 0);
    }

    /**
     * Returns the number of independent hits that would give the same relative error: that of n of them is one over the
     * root of n. Infinite when the value is exact.
     */
    public double effectiveSampleSize() {
        return 1 / (relativeError * relativeError);
    }

    /**
     * Returns how many times as much would have to happen in courses that are let go from the start to the end, without any
     * help, until the same probability is known to the same relative error. A probability p needs (1 - p) / (p r^2) of them.
     * Not a number where the value is no probability.
     */
    public double timesLessWork() {
        double crude = (1 - value) / (value * relativeError * relativeError) * eventsOfOne;
        return crude / events;
    }
}
