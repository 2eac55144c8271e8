package org.rackdrill.simulator.ha;

import java.util.List;

/** The technique for order of preference by similarity to an ideal solution (Hwang and Yoon 1981). */
final class Topsis {
    /** Mean and highest processor load, mean and highest memory load: running out of memory hurts most. */
    private static final double[] WEIGHTS = {1, 2, 5, 10};

    private Topsis() {}

    /** Returns how close each alternative is to the best and far from the worst, from 0 to 1; criteria are costs. */
    static double[] closeness(List<double[]> alternatives) {
        int size = alternatives.size();
        double[] toBest = new double[size];
        double[] toWorst = new double[size];
        for (int c = 0; c < WEIGHTS.length; c++) {
            double squares = 0;
            for (double[] alternative : alternatives) {
                squares += alternative[c] * alternative[c];
            }
            double scale = WEIGHTS[c] / Math.sqrt(squares);
            double best = Double.POSITIVE_INFINITY;
            double worst = Double.NEGATIVE_INFINITY;
            for (double[] alternative : alternatives) {
                best = Math.min(best, alternative[c] * scale);
                worst = Math.max(worst, alternative[c] * scale);
            }
            for (int i = 0; i < size; i++) {
                double value = alternatives.get(i)[c] * scale;
                toBest[i] += (value - best) * (value - best);
                toWorst[i] += (value - worst) * (value - worst);
            }
        }
        double[] closeness = new double[size];
        for (int i = 0; i < size; i++) {
            double sum = Math.sqrt(toBest[i]) + Math.sqrt(toWorst[i]);
            closeness[i] = sum == 0 ? 0 : Math.sqrt(toWorst[i]) / sum;
        }
        return closeness;
    }
}
