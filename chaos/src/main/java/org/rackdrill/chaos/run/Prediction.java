package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the simulator expects of a drill, made before it is run.
 *
 * @param labHash of the lab that was simulated
 * @param seed of the simulation
 * @param runs how many runs were simulated
 * @param steady in how many of them the steady state was seen; only these count, since in the others nothing is broken
 * @param checks what became of each check in those that count, in the order of the drill
 */
public record Prediction(String labHash, long seed, int runs, int steady, List<Foreseen> checks) {
    public Prediction {
        checks = List.copyOf(checks);
    }

    /**
     * What is expected of one check.
     *
     * @param check its text, as {@link org.rackdrill.chaos.check.Judgement#check} has it
     * @param passed in how many runs it passed
     * @param failed in how many it did not
     * @param unknown in how many nobody could tell
     * @param low the lower end of the 95 % interval (Wilson's) of the chance that it passes, from 0 to 1; unknown is not
     *     passed
     * @param high its upper end
     * @param took how long what it measures took; none when no run could measure it
     */
    public record Foreseen(
            String check, int passed, int failed, int unknown, double low, double high, Optional<Range> took) {

        /** The 97.5th percentile of the normal distribution. */
        private static final double Z = 1.959963984540054;

        /**
         * Counts runs.
         *
         * @param took what was measured in those runs in which something could be measured, in any order
         */
        public static Foreseen of(String check, int passed, int failed, int unknown, List<Duration> took) {
            double runs = passed + failed + unknown;
            if (runs == 0) {
                return new Foreseen(check, 0, 0, 0, 0, 1, Optional.empty());
            }
            double share = passed / runs;
            double middle = share + Z * Z / (2 * runs);
            double half = Z * Math.sqrt(share * (1 - share) / runs + Z * Z / (4 * runs * runs));
            double scale = 1 + Z * Z / runs;
            // At 0 and 1 the ends are exact, and rounding must not move them.
            double low = passed == 0 ? 0 : (middle - half) / scale;
            double high = passed == runs ? 1 : (middle + half) / scale;
            return new Foreseen(check, passed, failed, unknown, low, high, Range.of(took));
        }
    }

    /**
     * Where 95 % of what was measured lie, and where one more measurement should lie 95 times in 100.
     *
     * @param low the 2.5th percentile
     * @param median the 50th
     * @param high the 97.5th
     */
    public record Range(Duration low, Duration median, Duration high) {

        /** Returns the range of what was measured, in any order; none when that is nothing. */
        public static Optional<Range> of(List<Duration> measured) {
            if (measured.isEmpty()) {
                return Optional.empty();
            }
            List<Duration> sorted = new ArrayList<>(measured);
            Collections.sort(sorted);
            return Optional.of(new Range(at(sorted, 25), at(sorted, 500), at(sorted, 975)));
        }

        /** The smallest that so many in 1,000 do not exceed: something that was measured, and not a mean of two. */
        private static Duration at(List<Duration> sorted, int perMille) {
            int rank = (int) ((sorted.size() * (long) perMille + 999) / 1000);
            return sorted.get(Math.max(rank, 1) - 1);
        }
    }
}
