package org.rackdrill.simulator.exact;

import java.util.Arrays;

/**
 * A finite Markov chain in continuous time with few ways out of each state. It begins in state 0.
 *
 * <p>{@link Elimination} tells where it spends its time in the long run and how long it takes to get somewhere, {@link
 * Passage} where it is until some moment.
 */
public final class SparseChain {

    private final int[][] to;
    private final double[][] rate;
    private final int[] ways;

    /**
     * Starts without transitions.
     *
     * @param states how many, at least 1; numbered from 0
     */
    public SparseChain(int states) {
        if (states < 1) {
            throw new IllegalArgumentException("a chain has at least one state");
        }
        to = new int[states][4];
        rate = new double[states][4];
        ways = new int[states];
    }

    /**
     * Adds to the rate from one state to another; from a state to itself there is none.
     *
     * @param perHour finite, at least 0
     */
    public SparseChain rate(int from, int target, double perHour) {
        if (!(perHour >= 0 && perHour < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a rate is a number from 0 on, not " + perHour);
        }
        if (target < 0 || target >= states()) {
            throw new IllegalArgumentException("there is no state " + target);
        }
        if (from == target || perHour == 0) {
            return this;
        }
        for (int way = 0; way < ways[from]; way++) {
            if (to[from][way] == target) {
                rate[from][way] += perHour;
                return this;
            }
        }
        if (ways[from] == to[from].length) {
            to[from] = Arrays.copyOf(to[from], 2 * ways[from]);
            rate[from] = Arrays.copyOf(rate[from], 2 * ways[from]);
        }
        to[from][ways[from]] = target;
        rate[from][ways[from]++] = perHour;
        return this;
    }

    /** Returns how many states there are. */
    public int states() {
        return ways.length;
    }

    /** Returns how many other states a state can go to. */
    public int ways(int from) {
        return ways[from];
    }

    /** Returns where one of its ways goes. */
    public int to(int from, int way) {
        return to[from][way];
    }

    /** Returns the rate of one of its ways, an hour. */
    public double rate(int from, int way) {
        return rate[from][way];
    }

    /** Returns how many transitions there are in all. */
    public long transitions() {
        return Arrays.stream(ways).asLongStream().sum();
    }

    /** Returns the rate at which it leaves a state, an hour. */
    public double exit(int from) {
        double sum = 0;
        for (int way = 0; way < ways[from]; way++) {
            sum += rate[from][way];
        }
        return sum;
    }

    /** Returns the rate at which it enters some states from a state outside. */
    public double into(int from, boolean[] those) {
        double sum = 0;
        for (int way = 0; way < ways[from]; way++) {
            sum += those[to[from][way]] ? rate[from][way] : 0;
        }
        return sum;
    }

    /** Returns the same chain that never leaves some states again. */
    public SparseChain staying(boolean[] those) {
        SparseChain other = new SparseChain(states());
        for (int from = 0; from < states(); from++) {
            for (int way = 0; way < ways[from] && !those[from]; way++) {
                other.rate(from, to[from][way], rate[from][way]);
            }
        }
        return other;
    }

    /** Returns whether every state can get back to state 0, so that there is a long run in which all of them take part. */
    public boolean returns() {
        int[] into = new int[states() + 1];
        for (int from = 0; from < states(); from++) {
            for (int way = 0; way < ways[from]; way++) {
                into[to[from][way] + 1]++;
            }
        }
        Arrays.parallelPrefix(into, Integer::sum);
        int[] from = new int[into[states()]];
        int[] next = into.clone();
        for (int state = 0; state < states(); state++) {
            for (int way = 0; way < ways[state]; way++) {
                from[next[to[state][way]]++] = state;
            }
        }
        boolean[] seen = new boolean[states()];
        int[] found = new int[states()];
        int count = 1;
        seen[0] = true;
        for (int at = 0; at < count; at++) {
            for (int i = into[found[at]]; i < into[found[at] + 1]; i++) {
                if (!seen[from[i]]) {
                    seen[from[i]] = true;
                    found[count++] = from[i];
                }
            }
        }
        return count == states();
    }
}
