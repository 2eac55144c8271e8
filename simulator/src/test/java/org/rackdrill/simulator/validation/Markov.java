package org.rackdrill.simulator.validation;

/**
 * A small Markov chain over a limited time, by the exponential of its generator: the exact answer for a lab that starts
 * new. It shares no code with the simulator.
 */
final class Markov {

    private final double[][] rates;

    /**
     * Starts without transitions, in state 0.
     *
     * @param states numbered from 0
     */
    Markov(int states) {
        rates = new double[states][states];
    }

    /** Adds a transition, an hour. */
    Markov rate(int from, int to, double perHour) {
        rates[from][to] += perHour;
        rates[from][from] -= perHour;
        return this;
    }

    /** Parts that are all needed in part: state i has i of them broken; each fails alike, crews repair. */
    static Markov parts(int count, int states, double failure, double repair, int crews) {
        Markov chain = new Markov(states);
        for (int broken = 0; broken + 1 < states; broken++) {
            chain.rate(broken, broken + 1, (count - broken) * failure);
            chain.rate(broken + 1, broken, Math.min(broken + 1, crews) * repair);
        }
        return chain;
    }

    /** The same chain, but whoever gets into its last state stays there. */
    Markov untilLast() {
        Markov chain = new Markov(rates.length);
        for (int i = 0; i + 1 < rates.length; i++) {
            chain.rates[i] = rates[i].clone();
        }
        return chain;
    }

    /** Returns the chance of being in a state after some hours. */
    double chanceAt(int state, double hours) {
        return exponential(rates, hours)[0][state];
    }

    /** Returns the share of the first hours that is spent in a state. */
    double shareOver(int state, double hours) {
        int n = rates.length;
        // The second half collects the time: d/dt (p, q) = (p Q, p).
        double[][] twice = new double[2 * n][2 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(rates[i], 0, twice[i], 0, n);
            twice[i][n + i] = 1;
        }
        return exponential(twice, hours)[0][n + state] / hours;
    }

    /** Scaling and squaring. Every number stays positive, so that small ones keep their digits. */
    private static double[][] exponential(double[][] matrix, double hours) {
        double fastest = 0;
        for (int i = 0; i < matrix.length; i++) {
            fastest = Math.max(fastest, -matrix[i][i]);
        }
        int squarings = Math.max(0, (int) Math.ceil(Math.log(fastest * hours) / Math.log(2)) + 2);
        double step = hours / Math.pow(2, squarings);
        double[][] shifted = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            shifted[i] = matrix[i].clone();
            for (int j = 0; j < matrix.length; j++) {
                shifted[i][j] = (shifted[i][j] + (i == j ? fastest : 0)) * step;
            }
        }
        double[][] term = identity(matrix.length);
        double[][] sum = identity(matrix.length);
        for (int k = 1; k <= 14; k++) {
            term = product(term, shifted, 1.0 / k);
            for (int i = 0; i < sum.length; i++) {
                for (int j = 0; j < sum.length; j++) {
                    sum[i][j] += term[i][j];
                }
            }
        }
        double[][] result = product(sum, identity(matrix.length), Math.exp(-fastest * step));
        for (int k = 0; k < squarings; k++) {
            result = product(result, result, 1);
        }
        return result;
    }

    private static double[][] identity(int size) {
        double[][] matrix = new double[size][size];
        for (int i = 0; i < size; i++) {
            matrix[i][i] = 1;
        }
        return matrix;
    }

    private static double[][] product(double[][] left, double[][] right, double factor) {
        double[][] result = new double[left.length][left.length];
        for (int i = 0; i < left.length; i++) {
            for (int k = 0; k < left.length; k++) {
                for (int j = 0; j < left.length; j++) {
                    result[i][j] += factor * left[i][k] * right[k][j];
                }
            }
        }
        return result;
    }
}
