package org.rackdrill.bench;

import java.util.Arrays;

/**
 * A tournament of the next times of a fixed number of subjects, each of which has exactly one. It is a limit to compare
 * with: it can neither cancel nor have two events of one subject.
 */
final class WinnerTree {

    private final double[] times;

    /** The winner of each match; the leaves are the subjects themselves, from {@link #leaves} on. */
    private final int[] winners;

    private final int leaves;

    WinnerTree(int subjects) {
        leaves = Math.max(2, Integer.highestOneBit(subjects - 1) << 1);
        times = new double[leaves];
        winners = new int[2 * leaves];
        Arrays.fill(times, Double.POSITIVE_INFINITY);
        for (int i = 0; i < leaves; i++) {
            winners[leaves + i] = i;
        }
        for (int match = leaves - 1; match > 0; match--) {
            play(match);
        }
    }

    double time() {
        return times[winners[1]];
    }

    int subject() {
        return winners[1];
    }

    void set(int subject, double time) {
        times[subject] = time;
        for (int match = (leaves + subject) / 2; match > 0; match /= 2) {
            play(match);
        }
    }

    private void play(int match) {
        int left = winners[2 * match];
        int right = winners[2 * match + 1];
        winners[match] = times[right] < times[left] ? right : left;
    }
}
