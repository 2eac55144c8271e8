package org.rackdrill.simulator.plan;

import java.util.Arrays;
import org.rackdrill.simulator.compiled.Hours;
import org.rackdrill.simulator.statistics.Nested;
import org.rackdrill.simulator.study.Results.Gain;
import org.rackdrill.simulator.study.Trial;

/** One combination, simulated again with luck that had no part in choosing it. */
final class Closeup {

    private final Basket basket;
    private final Goals goals;
    private final double[][] fair;
    private final int draws;
    private final Nested[] down;
    private final Nested hours;

    Closeup(Basket basket, Goals goals, Trial.Measured measured, int draws) {
        this.basket = basket;
        this.goals = goals;
        this.fair = measured.fair();
        this.draws = draws;
        down = new Nested[goals.count()];
        Arrays.setAll(down, s -> new Nested(draws));
        hours = new Nested(draws);
        for (int h = 0; h < fair.length; h++) {
            for (int s = 0; s < down.length; s++) {
                int place = basket.places()[s];
                down[s].add(h % draws, fair[h][place], measured.raw()[h][place]);
            }
            hours.add(
                    h % draws,
                    Hours.PER_YEAR * basket.meanDown(fair[h]),
                    Hours.PER_YEAR * basket.meanDown(measured.raw()[h]));
        }
    }

    Basket basket() {
        return basket;
    }

    /** Returns how many histories it comes from. */
    int histories() {
        return fair.length;
    }

    /** Returns the share of time in which a service that counts is down. */
    Nested down(int service) {
        return down[service];
    }

    /** Returns the downtime of the average service that counts, in hours a year. */
    Nested hours() {
        return hours;
    }

    /** Returns the service that uses its allowance most. */
    int tightest() {
        int tightest = 0;
        for (int s = 1; s < down.length; s++) {
            tightest = use(s) > use(tightest) ? s : tightest;
        }
        return tightest;
    }

    private double use(int service) {
        return down[service].mean() / goals.allowance(service);
    }

    /** Returns how many times its allowance the tightest service uses. */
    double use() {
        return down.length == 0 ? 0 : use(tightest());
    }

    /**
     * Returns the same for one draw of the parameters: as far from the mean as parameters alone would take it, since few
     * histories of one draw hold much luck.
     */
    double use(int service, int draw) {
        Nested it = down[service];
        double apart = (it.mean(draw) - it.mean()) * Math.sqrt(it.shareOfParameters());
        return (it.mean() + apart) / goals.allowance(service);
    }

    /** Returns how many times its allowance the tightest service of one draw uses. */
    double useIn(int draw) {
        double use = 0;
        for (int s = 0; s < down.length; s++) {
            use = Math.max(use, use(s, draw));
        }
        return use;
    }

    /** Returns how much less the average service is down than with another combination, in hours a year. */
    Gain lessThan(Closeup other) {
        Nested less = new Nested(draws);
        for (int h = 0; h < Math.min(fair.length, other.fair.length); h++) {
            less.add(h % draws, Hours.PER_YEAR * (other.basket.meanDown(other.fair[h]) - basket.meanDown(fair[h])));
        }
        return new Gain(less.mean(), less.low(), less.high());
    }
}
