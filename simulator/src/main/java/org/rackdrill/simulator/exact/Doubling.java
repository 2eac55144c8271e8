package org.rackdrill.simulator.exact;

/**
 * A chain whose rates lie many orders of magnitude apart, followed for a long time: what it does in a moment that is short
 * even for the fastest rate gives what it does in two of them, in four, in eight. All numbers are chances and times, so
 * that nothing is subtracted; each row is brought back to its sum every time, so that errors do not double along.
 */
final class Doubling {

    /** Two products of matrices of this size, some fifty times: about two seconds. */
    static final int MOST_STATES = 240;

    /** Expected changes at the fastest rate; sixty doublings. */
    static final double MOST_EXPECTED = 1e18;

    /** Expected changes in the first moment, few enough for a short sum. */
    private static final double FIRST = 0.5;

    private final int n;
    private double[][] chance;
    private double[][] time;
    private double hours;

    Doubling(SparseChain chain, double fastest, double hours) {
        n = chain.states();
        int doublings = Math.max(0, (int) Math.ceil(Math.log(fastest * hours / FIRST) / Math.log(2)));
        this.hours = hours / Math.pow(2, doublings);
        chance = new double[n][n];
        time = new double[n][n];
        begin(chain, fastest);
        for (int i = 0; i < doublings; i++) {
            twice();
        }
    }

    Passage passage() {
        return new Passage(Passage.normal(chance[0].clone()), Passage.normal(time[0].clone()));
    }

    private void begin(SparseChain chain, double fastest) {
        Poisson steps = Poisson.of(fastest * hours);
        double[][] power = new double[n][n];
        for (int i = 0; i < n; i++) {
            power[i][i] = 1;
        }
        for (int step = 0; step <= steps.last(); step++) {
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    chance[i][j] += steps.chanceOf(step) * power[i][j];
                    time[i][j] += steps.moreThan(step) / fastest * power[i][j];
                }
            }
            for (int j = 0; j < n; j++) {
                double stays = Math.max(0, 1 - chain.exit(j) / fastest);
                for (int i = 0; i < n; i++) {
                    next[i][j] += power[i][j] * stays;
                }
                for (int way = 0; way < chain.ways(j); way++) {
                    double share = chain.rate(j, way) / fastest;
                    for (int i = 0; i < n; i++) {
                        next[i][chain.to(j, way)] += power[i][j] * share;
                    }
                }
            }
            power = next;
        }
        level();
    }

    private void twice() {
        double[][] later = times(chance, time);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                time[i][j] += later[i][j];
            }
        }
        chance = times(chance, chance);
        hours *= 2;
        level();
    }

    private void level() {
        for (int i = 0; i < n; i++) {
            Passage.normal(chance[i]);
            Passage.normal(time[i]);
            for (int j = 0; j < n; j++) {
                time[i][j] *= hours;
            }
        }
    }

    private double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[n][n];
        for (int i = 0; i < n; i++) {
            double[] row = product[i];
            for (int k = 0; k < n; k++) {
                double factor = a[i][k];
                if (factor == 0) {
                    continue;
                }
                double[] from = b[k];
                for (int j = 0; j < n; j++) {
                    row[j] += factor * from[j];
                }
            }
        }
        return product;
    }
}
