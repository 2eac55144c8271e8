package org.rackdrill.simulator.exact;

/**
 * The chances of so many events when so many are expected, without under- or overflow: they grow and fall from the
 * likeliest count by ratios, and are brought to sum 1 at the end (Fox and Glynn, Communications of the ACM 31(4), 1988).
 *
 * @param first the smallest count with a chance worth counting
 * @param chance of {@code first}, {@code first + 1}, ...
 * @param more the chance of more events than each of these counts
 */
record Poisson(int first, double[] chance, double[] more) {

    /** What is so much smaller than the largest is left out; far below what a rare answer could miss. */
    private static final double LEAST = 1e-60;

    static Poisson of(double expected) {
        int mode = (int) expected;
        int low = mode;
        double ratio = 1;
        while (low > 0 && ratio > LEAST) {
            ratio *= low / expected;
            low--;
        }
        int high = mode;
        ratio = 1;
        while (ratio > LEAST) {
            high++;
            ratio *= expected / high;
        }
        double[] chance = new double[high - low + 1];
        chance[mode - low] = 1;
        for (int count = mode; count > low; count--) {
            chance[count - 1 - low] = chance[count - low] * count / expected;
        }
        for (int count = mode; count < high; count++) {
            chance[count + 1 - low] = chance[count - low] * expected / (count + 1);
        }
        return normal(low, chance);
    }

    /** Small ones first, so that none is lost in a sum. */
    private static Poisson normal(int low, double[] chance) {
        double sum = 0;
        int up = 0;
        int down = chance.length - 1;
        while (up <= down) {
            sum += chance[up] < chance[down] ? chance[up++] : chance[down--];
        }
        double[] more = new double[chance.length];
        double above = 0;
        for (int i = chance.length - 1; i >= 0; i--) {
            chance[i] /= sum;
            more[i] = Math.min(1, above);
            above += chance[i];
        }
        return new Poisson(low, chance, more);
    }

    /** Returns the largest count with a chance worth counting. */
    int last() {
        return first + chance.length - 1;
    }

    double chanceOf(int count) {
        return count < first ? 0 : chance[count - first];
    }

    double moreThan(int count) {
        return count < first ? 1 : more[count - first];
    }
}
