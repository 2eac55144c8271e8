package org.rackdrill.simulator.exact;

/**
 * A small Markov chain in continuous time, solved without subtraction (Grassmann, Taksar and Heyman, Operations Research
 * 33(5), 1985), so that no digit is lost where rates lie many orders of magnitude apart.
 */
public final class Chain {

    private final double[][] rates;

    /**
     * Starts with no transitions.
     *
     * @param states numbered from 0
     */
    public Chain(int states) {
        rates = new double[states][states];
    }

    /** Adds to the rate from one state to another, an hour. */
    public Chain rate(int from, int to, double perHour) {
        if (from != to) {
            rates[from][to] += perHour;
        }
        return this;
    }

    /** Returns the share of time spent in each state in the long run; the chain must connect all its states. */
    public double[] stationary() {
        int n = rates.length;
        double[][] a = new double[n][];
        for (int i = 0; i < n; i++) {
            a[i] = rates[i].clone();
        }
        double[] leaving = new double[n];
        for (int k = n - 1; k > 0; k--) {
            for (int j = 0; j < k; j++) {
                leaving[k] += a[k][j];
            }
            for (int i = 0; i < k; i++) {
                double share = a[i][k] / leaving[k];
                for (int j = 0; j < k; j++) {
                    if (i != j) {
                        a[i][j] += share * a[k][j];
                    }
                }
            }
        }
        double[] weight = new double[n];
        weight[0] = 1;
        double sum = 1;
        for (int k = 1; k < n; k++) {
            for (int i = 0; i < k; i++) {
                weight[k] += weight[i] * a[i][k] / leaving[k];
            }
            sum += weight[k];
        }
        for (int i = 0; i < n; i++) {
            weight[i] /= sum;
        }
        return weight;
    }

    /**
     * Returns how often an hour the last state is entered by a chain that starts again in state 0 whenever it is: the
     * inverse of the mean time to absorption.
     */
    public double absorptionRate() {
        int last = rates.length - 1;
        double restart = 1;
        Chain renewed = new Chain(rates.length);
        for (int i = 0; i < last; i++) {
            for (int j = 0; j <= last; j++) {
                renewed.rate(i, j, rates[i][j]);
            }
        }
        renewed.rate(last, 0, restart);
        double[] share = renewed.stationary();
        double alive = 0;
        for (int i = 0; i < last; i++) {
            alive += share[i];
        }
        return alive == 0 ? Double.POSITIVE_INFINITY : share[last] * restart / alive;
    }
}
