package org.rackdrill.simulator.capacity;

/**
 * How popular records are: the k-th most popular in proportion to 1 / k^exponent. Ranks are kept in classes that are a
 * tenth wider than their rank, so that a sum over millions of records takes no time.
 */
final class Zipf {

    private static final int SINGLE = 32;
    private static final double WIDER = 1.1;
    private static final double STEEPEST = 3;

    private final double records;
    private final double exponent;
    private final double[] counts;
    private final double[] chances;

    /**
     * Makes the classes.
     *
     * @param records how many there are; at least 1
     * @param exponent how much some are preferred; 0 for not at all
     */
    Zipf(double records, double exponent) {
        this.records = records;
        this.exponent = exponent;
        int classes = 0;
        for (double from = 0; from < records; from = end(from)) {
            classes++;
        }
        counts = new double[classes];
        chances = new double[classes];
        double sum = 0;
        double from = 0;
        for (int i = 0; i < classes; i++) {
            double to = Math.min(records, end(from));
            counts[i] = to - from;
            chances[i] = to - from <= 1 ? Math.pow(to, -exponent) : integral(from + 0.5, to + 0.5) / (to - from);
            sum += counts[i] * chances[i];
            from = to;
        }
        for (int i = 0; i < classes; i++) {
            chances[i] /= sum;
        }
    }

    private static double end(double from) {
        return from < SINGLE ? from + 1 : Math.ceil(from * WIDER);
    }

    private double integral(double from, double to) {
        return Math.abs(exponent - 1) < 1e-9
                ? Math.log(to / from)
                : (Math.pow(to, 1 - exponent) - Math.pow(from, 1 - exponent)) / (1 - exponent);
    }

    /** Returns the popularity in which the most popular tenth of all records gets a share of the requests. */
    static Zipf ofHottestTenth(double records, double share) {
        double low = 0;
        double high = STEEPEST;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            if (new Zipf(records, middle).hottest(0.1) < share) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return new Zipf(records, (low + high) / 2);
    }

    double exponent() {
        return exponent;
    }

    /** Returns the share of the requests that go to a share of the records, the most popular ones. */
    double hottest(double share) {
        double left = share * records;
        double sum = 0;
        for (int i = 0; i < counts.length && left > 0; i++) {
            sum += Math.min(left, counts[i]) * chances[i];
            left -= counts[i];
        }
        return sum;
    }

    /** Returns how many records are asked for at least once among so many requests, in the mean. */
    double distinct(double requests) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum -= counts[i] * Math.expm1(-requests * chances[i]);
        }
        return sum;
    }
}
