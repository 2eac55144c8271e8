package org.rackdrill.simulator.rare;

import java.util.Arrays;

/** What may happen in a state of a {@link MarkovModel}, and at which rate. */
public final class Moves {

    private int[][] targets = new int[8][];
    private double[] rates = new double[8];
    private boolean[] repairs = new boolean[8];
    private int[] state = {};
    private int count;
    private double all;

    /** Asks a model what may happen in a state. */
    void of(MarkovModel model, int[] present) {
        state = present;
        count = 0;
        all = 0;
        model.moves(present, this);
    }

    /**
     * Adds something that leads towards the rare thing.
     *
     * @param rate how often an hour, or in whatever unit of time the model is in; positive
     * @return the state that it leads to, for now the present one: to be changed
     */
    public int[] failure(double rate) {
        return add(rate, false);
    }

    /** Adds something that leads away from the rare thing; see {@link #failure}. */
    public int[] repair(double rate) {
        return add(rate, true);
    }

    private int[] add(double rate, boolean repair) {
        if (!(rate > 0) || rate == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("a rate must be positive and finite: " + rate);
        }
        if (count == rates.length) {
            targets = Arrays.copyOf(targets, 2 * count);
            rates = Arrays.copyOf(rates, 2 * count);
            repairs = Arrays.copyOf(repairs, 2 * count);
        }
        if (targets[count] == null || targets[count].length != state.length) {
            targets[count] = new int[state.length];
        }
        System.arraycopy(state, 0, targets[count], 0, state.length);
        rates[count] = rate;
        repairs[count] = repair;
        all += rate;
        return targets[count++];
    }

    int count() {
        return count;
    }

    /** Returns how often anything happens. */
    double rate() {
        return all;
    }

    double rate(int move) {
        return rates[move];
    }

    boolean repairs(int move) {
        return repairs[move];
    }

    int failures() {
        int failures = 0;
        for (int i = 0; i < count; i++) {
            failures += repairs[i] ? 0 : 1;
        }
        return failures;
    }

    double repairRate() {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += repairs[i] ? rates[i] : 0;
        }
        return sum;
    }

    int[] target(int move) {
        return targets[move];
    }

    /** Returns which move comes next when a share of all rates lies below it. */
    int at(double share) {
        double left = share * all;
        int move = 0;
        while (move < count - 1 && left >= rates[move]) {
            left -= rates[move++];
        }
        return move;
    }
}
