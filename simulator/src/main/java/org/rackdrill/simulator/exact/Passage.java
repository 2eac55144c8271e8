package org.rackdrill.simulator.exact;

import java.util.Locale;
import java.util.Optional;

/**
 * Where a chain that begins in state 0 is until some moment.
 *
 * @param atEnd the chance of each state at that moment
 * @param meanShare the expected share of the time until then that it spends in each state
 */
public record Passage(double[] atEnd, double[] meanShare) {

    /** Additions that a chain may cost by uniformisation; about half a second. */
    private static final double MOST_WORK = 2e8;

    /** Where doubling costs next to nothing. */
    private static final int FEW_STATES = 64;

    /**
     * Follows a chain for some time: step by step (uniformisation) where the fastest rate leaves not too many steps, or until
     * it has settled; else by doubling the time again and again.
     *
     * @param hours at least 0
     * @throws Unsolved when it is too large for its rates
     */
    public static Passage of(SparseChain chain, double hours) {
        double fastest = 0;
        for (int i = 0; i < chain.states(); i++) {
            fastest = Math.max(fastest, chain.exit(i));
        }
        double expected = fastest * hours;
        if (expected == 0) {
            double[] start = new double[chain.states()];
            start[0] = 1;
            return new Passage(start, start.clone());
        }
        double affordable = MOST_WORK / (chain.transitions() + chain.states());
        if (steps(expected) <= affordable) {
            return stepByStep(chain, fastest, expected);
        }
        if (chain.states() > FEW_STATES) {
            double first = affordable / 2 / fastest;
            Optional<Passage> settled = Settled.after(chain, stepByStep(chain, fastest, affordable / 2), first, hours);
            if (settled.isPresent()) {
                return settled.get();
            }
        }
        if (chain.states() <= Doubling.MOST_STATES && expected <= Doubling.MOST_EXPECTED) {
            return new Doubling(chain, fastest, hours).passage();
        }
        throw new Unsolved(String.format(
                Locale.ROOT,
                "%,d states with %.0e changes until the end are too much to follow in a few seconds",
                chain.states(),
                expected));
    }

    private static double steps(double expected) {
        return expected + 40 * Math.sqrt(expected) + 100;
    }

    private static Passage stepByStep(SparseChain chain, double fastest, double expected) {
        int n = chain.states();
        Poisson steps = Poisson.of(expected);
        double[] stays = new double[n];
        for (int i = 0; i < n; i++) {
            stays[i] = Math.max(0, 1 - chain.exit(i) / fastest);
        }
        double[] now = new double[n];
        double[] next = new double[n];
        double[] end = new double[n];
        double[] time = new double[n];
        now[0] = 1;
        for (int step = 0; step <= steps.last(); step++) {
            double chance = steps.chanceOf(step);
            double more = steps.moreThan(step);
            for (int i = 0; i < n; i++) {
                end[i] += chance * now[i];
                time[i] += more * now[i];
                next[i] = stays[i] * now[i];
            }
            for (int i = 0; i < n; i++) {
                double share = now[i] / fastest;
                for (int way = 0; way < chain.ways(i); way++) {
                    next[chain.to(i, way)] += share * chain.rate(i, way);
                }
            }
            double[] last = now;
            now = next;
            next = last;
        }
        return new Passage(normal(end), normal(time));
    }

    static double[] normal(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
