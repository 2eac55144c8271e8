package org.rackdrill.simulator.storage;

/** How long the arm of a hard disk moves. */
public sealed interface Seeks {

    /**
     * Returns the time of one seek in milliseconds.
     *
     * @param distance as a share of the whole stroke
     * @param drawn a number from 0 to 1 that belongs to the operation
     */
    double millis(double distance, double drawn);

    /**
     * Every seek takes a time between two limits, wherever the arm is: the model of textbooks.
     *
     * @param leastMillis not negative
     * @param mostMillis at least {@code leastMillis}
     */
    record Uniform(double leastMillis, double mostMillis) implements Seeks {

        public Uniform {
            Positive.orZero("leastMillis", leastMillis);
            Positive.orZero("mostMillis - leastMillis", mostMillis - leastMillis);
        }

        @Override
        public double millis(double distance, double drawn) {
            return leastMillis + (mostMillis - leastMillis) * drawn;
        }
    }

    /**
     * A seek time that grows with the distance: {@code least + a sqrt(x) + b x}, the arm accelerating over short
     * distances and coasting over long ones (Lee and Katz, SIGMETRICS 1993). What data sheets say fixes a and b: the
     * mean is that between two places at random, whose distance has the density 2(1 - x), so that a square root is
     * 8/15 in the mean and a distance 1/3. No distance takes no time.
     *
     * @param leastMillis from one track to the next; not negative
     * @param averageMillis between two places at random
     * @param mostMillis over the whole stroke
     */
    record Curve(double leastMillis, double averageMillis, double mostMillis) implements Seeks {

        public Curve {
            Positive.orZero("leastMillis", leastMillis);
            Positive.orZero("averageMillis - leastMillis", averageMillis - leastMillis);
            double root = root(leastMillis, averageMillis, mostMillis);
            // Else the curve would bend upwards, or fall again at its end.
            Positive.orZero("the part that grows with the root of the distance", root);
            Positive.orZero("the slope at the whole stroke", mostMillis - leastMillis - root / 2);
        }

        @Override
        public double millis(double distance, double drawn) {
            if (distance == 0) {
                return 0;
            }
            return leastMillis + root() * Math.sqrt(distance) + slope() * distance;
        }

        /** Returns what the root of the distance counts. */
        double root() {
            return root(leastMillis, averageMillis, mostMillis);
        }

        /** Returns what the distance itself counts. */
        double slope() {
            return mostMillis - leastMillis - root();
        }

        private static double root(double least, double average, double most) {
            return (15 * average - 10 * least - 5 * most) / 3;
        }
    }
}
