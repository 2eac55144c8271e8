package org.rackdrill.model.life;

import java.util.List;

/**
 * The distribution of a time that nobody knows beforehand: how long a part lives, how long a repair takes. All
 * parameters are in hours.
 */
public sealed interface Life {

    /** A constant hazard: age does not matter. */
    record Exponential(double meanHours) implements Life {}

    /**
     * A hazard that grows (shape above 1) or falls (below 1) with age.
     *
     * @param locationHours the time before which it cannot happen
     */
    record Weibull(double shape, double scaleHours, double locationHours) implements Life {}

    /**
     * Most durations that people cause: a median, and a long tail.
     *
     * @param sigma standard deviation of the natural logarithm
     */
    record Lognormal(double medianHours, double sigma) implements Life {}

    /** A sum of waiting times. */
    record GammaLife(double shape, double scaleHours) implements Life {}

    /** Anything between two bounds, equally likely. */
    record Uniform(double lowHours, double highHours) implements Life {}

    /** Always the same. */
    record Fixed(double hours) implements Life {}

    /** One of the observed times, each equally likely. */
    record Empirical(List<Double> hours) implements Life {
        public Empirical {
            hours = List.copyOf(hours);
        }
    }

    /**
     * Early deaths, then chance, then wear: the first of three independent causes.
     *
     * @param early a Weibull with shape below 1
     * @param chance the useful life
     * @param wear a Weibull with shape above 1
     */
    record Bathtub(Weibull early, Exponential chance, Weibull wear) implements Life {}

    /** Never happens. */
    record Never() implements Life {}
}
