package org.rackdrill.simulator.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Trial;

/**
 * One combination, ready to be simulated.
 *
 * @param price what is paid once
 * @param yearly what is paid every year beside electricity
 * @param lossGuess the chance of losing each dataset within a year, at best guesses
 * @param latency of the service that is slowest for what it aims at; null where none aims at any
 * @param places where the services that count stand in this lab
 * @param entrant how it does in the race
 */
record Basket(
        int choice,
        Trial trial,
        Offer.Price price,
        Offer.Price yearly,
        Results.Power power,
        List<Double> lossGuess,
        PlanResults.@Nullable Latency latency,
        int[] places,
        Entrant entrant) {

    /** Returns the chance of losing the dataset most at risk. */
    static double worst(List<Double> losses) {
        return losses.stream().mapToDouble(Double::doubleValue).max().orElse(0);
    }

    /** Returns the share of time in which the services that count were down on average. */
    double meanDown(double[] down) {
        double sum = 0;
        for (int place : places) {
            sum += down[place];
        }
        return places.length == 0 ? 0 : sum / places.length;
    }
}
