package org.rackdrill.simulator.plan;

import java.util.ArrayList;
import java.util.List;

/** A combination in a race: what it costs, and how its histories went so far. */
final class Entrant {

    private final int choice;
    private final double money;
    private final double watts;
    private final double loss;
    private final List<double[]> uses = new ArrayList<>();
    private double[] sums = {};

    /**
     * Enters.
     *
     * @param money what it costs over the horizon
     * @param watts that it draws
     * @param loss the chance of losing the dataset most at risk within a year
     */
    Entrant(int choice, double money, double watts, double loss) {
        this.choice = choice;
        this.money = money;
        this.watts = watts;
        this.loss = loss;
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
