package org.rackdrill.simulator.exact;

import java.util.Arrays;
import java.util.Locale;

/**
 * The long run of a sparse chain without one subtraction (Grassmann, Taksar and Heyman, Operations Research 33(5), 1985):
 * states are taken out one after the other, and what went through them goes around them. Every number is a sum of products
 * of rates, so that no digit is lost where rates lie many orders of magnitude apart. The state with the fewest ways
 * through it goes first, which keeps the rest sparse.
 */
public final class Elimination {

    /** About two seconds; a chain that wants more gets no answer. */
    private static final long MOST_WORK = 300_000_000;

    private final SparseChain chain;
    private final int[][] cols;
    private final double[][] rates;
    private final int[] size;
    private final int[][] sources;
    private final int[] sourceCount;
    private final boolean[] gone;
    private final int[][] cameFrom;
    private final double[][] share;
    private int[] mergedCols = new int[16];
    private double[] mergedRates = new double[16];
    private long work;

    private Elimination(SparseChain chain) {
        this.chain = chain;
        int n = chain.states();
        cols = new int[n][];
        rates = new double[n][];
        size = new int[n];
        sources = new int[n][4];
        sourceCount = new int[n];
        gone = new boolean[n];
        cameFrom = new int[n][];
        share = new double[n][];
        for (int i = 0; i < n; i++) {
            fill(i);
        }
    }

    /**
     * Returns the share of time that a chain spends in each state in the long run.
     *
     * @throws Unsolved when a state cannot get back to the first one, or the chain is too large
     */
    public static double[] stationary(SparseChain chain) {
        if (!chain.returns()) {
            throw new Unsolved("something is never repaired, so that there is no long run");
        }
        return new Elimination(chain).solve();
    }

    /**
     * Returns the mean hours from state 0 until some states are entered.
     *
     * @throws Unsolved when they may never be, or the chain is too large
     */
    public static double hoursUntil(SparseChain chain, boolean[] those) {
        if (those[0]) {
            return 0;
        }
        // Whoever arrives starts again, once an hour: all of them share one state behind the others.
        int n = chain.states();
        int[] number = new int[n];
        int alive = 0;
        for (int i = 0; i < n; i++) {
            number[i] = those[i] ? -1 : alive++;
        }
        SparseChain renewed = new SparseChain(alive + 1);
        for (int i = 0; i < n; i++) {
            for (int way = 0; way < chain.ways(i) && !those[i]; way++) {
                int to = number[chain.to(i, way)];
                renewed.rate(number[i], to < 0 ? alive : to, chain.rate(i, way));
            }
        }
        renewed.rate(alive, 0, 1);
        double[] time = stationary(renewed);
        return Arrays.stream(time, 0, alive).sum() / time[alive];
    }

    private void fill(int i) {
        int ways = chain.ways(i);
        long[] order = new long[ways];
        for (int way = 0; way < ways; way++) {
            order[way] = ((long) chain.to(i, way) << 32) | way;
        }
        Arrays.sort(order);
        cols[i] = new int[ways];
        rates[i] = new double[ways];
        size[i] = ways;
        for (int at = 0; at < ways; at++) {
            cols[i][at] = (int) (order[at] >>> 32);
            rates[i][at] = chain.rate(i, (int) order[at]);
            source(cols[i][at], i);
        }
    }

    private void source(int of, int from) {
        if (sourceCount[of] == sources[of].length) {
            sources[of] = Arrays.copyOf(sources[of], 2 * sourceCount[of]);
        }
        sources[of][sourceCount[of]++] = from;
    }

    private double[] solve() {
        int n = chain.states();
        int[] order = new int[n];
        for (int left = n - 1; left > 0; left--) {
            order[left] = cheapest();
            takeOut(order[left]);
        }
        double[] weight = new double[n];
        weight[0] = 1;
        double sum = 1;
        for (int at = 1; at < n; at++) {
            int k = order[at];
            for (int s = 0; s < cameFrom[k].length; s++) {
                weight[k] += weight[cameFrom[k][s]] * share[k][s];
            }
            sum += weight[k];
        }
        for (int i = 0; i < n; i++) {
            weight[i] /= sum;
        }
        return weight;
    }

    /** State 0 stays to the last: everything begins there, and where all is well is where most of the time goes. */
    private int cheapest() {
        int best = -1;
        long least = Long.MAX_VALUE;
        for (int i = 1; i < gone.length; i++) {
            long cost = gone[i] ? Long.MAX_VALUE : (long) size[i] * sourceCount[i];
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    private void takeOut(int k) {
        gone[k] = true;
        double leaving = 0;
        for (int at = 0; at < size[k]; at++) {
            leaving += rates[k][at];
        }
        cameFrom[k] = Arrays.copyOf(sources[k], sourceCount[k]);
        share[k] = new double[sourceCount[k]];
        for (int at = 0; at < size[k]; at++) {
            forget(cols[k][at], k);
        }
        for (int s = 0; s < cameFrom[k].length; s++) {
            share[k][s] = around(cameFrom[k][s], k, leaving);
        }
        cols[k] = new int[0];
        rates[k] = new double[0];
        sources[k] = new int[0];
    }

    private void forget(int of, int from) {
        for (int s = 0; s < sourceCount[of]; s++) {
            if (sources[of][s] == from) {
                sources[of][s] = sources[of][--sourceCount[of]];
                return;
            }
        }
    }

    /** Leads what goes from {@code i} into {@code k} on to where {@code k} goes, and returns its share of k's exits. */
    private double around(int i, int k, double leaving) {
        work += size[i] + size[k];
        if (work > MOST_WORK) {
            throw new Unsolved(String.format(
                    Locale.ROOT, "its %,d states are too much to solve in a few seconds", chain.states()));
        }
        double through = rates[i][Arrays.binarySearch(cols[i], 0, size[i], k)] / leaving;
        if (mergedCols.length < size[i] + size[k]) {
            mergedCols = new int[2 * (size[i] + size[k])];
            mergedRates = new double[mergedCols.length];
        }
        int count = 0;
        int a = 0;
        int b = 0;
        while (a < size[i] || b < size[k]) {
            int colA = a < size[i] ? cols[i][a] : Integer.MAX_VALUE;
            int colB = b < size[k] ? cols[k][b] : Integer.MAX_VALUE;
            int col = Math.min(colA, colB);
            double value = (col == colA ? rates[i][a++] : 0) + (col == colB ? through * rates[k][b++] : 0);
            if (col == k || col == i) {
                continue;
            }
            if (col != colA) {
                source(col, i);
            }
            mergedCols[count] = col;
            mergedRates[count++] = value;
        }
        cols[i] = Arrays.copyOf(mergedCols, count);
        rates[i] = Arrays.copyOf(mergedRates, count);
        size[i] = count;
        return through;
    }
}
