package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.List;

/** A combination in a race: what it costs, and how its histories went so far. */
final class Entrant {

    /** Watts that nobody would choose by. */
    static final double SAME_WATTS = 5;

    /** Chances of losing data that are this close are the same. */
    private static final double SAME_LOSS = 1.02;

    /** Latencies that are this close are the same. */
    private static final double SAME_LATENCY = 1.1;

    /** Whoever waits a tenth of what was wanted has no wishes left. */
    private static final double QUICK = 0.1;

    private final int choice;
    private final double money;
    private final double watts;
    private final double loss;
    private final double latency;
    private final List<double[]> uses = new ArrayList<>();
    private double[] sums = {};

    /**
     * Enters.
     *
     * @param money what it costs over the horizon
     * @param watts that it draws
     * @param loss the chance of losing the dataset most at risk within a year
     * @param latency of the service that is slowest for what it aims at, over what it aims at; 0 where none aims at any
     */
    Entrant(int choice, double money, double watts, double loss, double latency) {
        this.choice = choice;
        this.money = money;
        this.watts = watts;
        this.loss = loss;
        this.latency = latency;
    }

    int choice() {
        return choice;
    }

    double money() {
        return money;
    }

    double watts() {
        return watts;
    }

    double loss() {
        return loss;
    }

    double latency() {
        return latency;
    }

    /** Whether another one draws no less, loses data no later and answers no sooner, but for what nobody would choose by. */
    boolean noWorseThan(Entrant other) {
        return watts <= other.watts + SAME_WATTS
                && loss <= other.loss * SAME_LOSS
                && latency <= Math.max(QUICK, other.latency * SAME_LATENCY);
    }

    /** Returns how many histories are known. */
    int histories() {
        return uses.size();
    }

    /** Returns how many times its allowance each service used in one history. */
    double[] uses(int history) {
        return uses.get(history);
    }

    /** Adds the next histories: {@code [history][service]}. */
    void ran(double[][] more) {
        for (double[] history : more) {
            uses.add(history);
            if (sums.length == 0) {
                sums = new double[history.length];
            }
            for (int s = 0; s < sums.length; s++) {
                sums[s] += history[s];
            }
        }
    }

    /** Returns how many times its allowance a service uses, in the mean. */
    double mean(int service) {
        return sums[service] / uses.size();
    }

    /** Returns the means of all services. */
    double[] means() {
        double[] means = new double[sums.length];
        for (int s = 0; s < means.length; s++) {
            means[s] = mean(s);
        }
        return means;
    }

    /** Returns the service that uses its allowance most; 0 when there is none. */
    int tightest() {
        int tightest = 0;
        for (int s = 1; s < sums.length; s++) {
            tightest = sums[s] > sums[tightest] ? s : tightest;
        }
        return tightest;
    }

    /** Returns how many times its allowance the tightest service uses; at most 1 keeps all goals. */
    double use() {
        return sums.length == 0 ? 0 : mean(tightest());
    }
}
