package org.rackdrill.simulator.plan;

import java.util.List;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What a combination would come to, guessed from others that were simulated: a sum of what each offer does and of what each
 * pair of offers does together beyond that, found by least squares with a prior belief that pairs do little (ridge
 * regression). It only says what is worth simulating; nothing of it is ever printed as an answer.
 */
final class Guess {

    /** How much an offer may change, relative to what there is without it. */
    private static final double ALONE = 1;

    /** How much a pair may change beyond its offers. */
    private static final double PAIR = 0.3;

    /** How far luck takes what was simulated from what is true. */
    private static final double NOISE = 0.03;

    private final int offers;
    private final double[] base;
    private final double[][] weights;

    private Guess(int offers, double[] base, double[][] weights) {
        this.offers = offers;
        this.base = base;
        this.weights = weights;
    }

    /**
     * Learns from what was simulated.
     *
     * @param choices the first is to buy nothing
     * @param values {@code [choice][quantity]}
     */
    static Guess from(int offers, List<Integer> choices, double[][] values) {
        int terms = terms(offers);
        double[] base = values[0];
        RealMatrix x = new Array2DRowRealMatrix(choices.size(), terms);
        RealMatrix y = new Array2DRowRealMatrix(choices.size(), base.length);
        for (int row = 0; row < choices.size(); row++) {
            for (int term : present(offers, choices.get(row))) {
                x.setEntry(row, term, 1);
            }
            for (int q = 0; q < base.length; q++) {
                y.setEntry(row, q, (values[row][q] - base[q]) / scale(base[q]));
            }
        }
        RealMatrix normal = x.transpose().multiply(x);
        for (int term = 0; term < terms; term++) {
            double believed = term < offers ? ALONE : PAIR;
            normal.addToEntry(term, term, NOISE * NOISE / (believed * believed));
        }
        RealMatrix solved = new CholeskyDecomposition(normal, 1e-8, 0)
                .getSolver()
                .solve(x.transpose().multiply(y));
        return new Guess(offers, base.clone(), solved.getData());
    }

    /** Returns what a combination would come to. */
    double[] at(int choice) {
        double[] guess = base.clone();
        for (int term : present(offers, choice)) {
            for (int q = 0; q < guess.length; q++) {
                guess[q] += weights[term][q] * scale(base[q]);
            }
        }
        return guess;
    }

    private static double scale(double base) {
        return Math.max(Math.abs(base), 1e-9);
    }

    private static int terms(int offers) {
        return offers + offers * (offers - 1) / 2;
    }

    /** Returns the numbers of the terms that a choice has: its offers, then their pairs. */
    private static int[] present(int offers, int choice) {
        int count = Integer.bitCount(choice);
        int[] terms = new int[count + count * (count - 1) / 2];
        int next = 0;
        for (int i = 0; i < offers; i++) {
            if ((choice >> i & 1) == 0) {
                continue;
            }
            terms[next++] = i;
            for (int j = 0; j < i; j++) {
                if ((choice >> j & 1) == 1) {
                    terms[next++] = offers + i * (i - 1) / 2 + j;
                }
            }
        }
        return terms;
    }
}
