package org.rackdrill.simulator.history;

/**
 * What one strike of a rare cause takes from each service, seen in histories in which it was made to strike.
 *
 * @param cause that is rare
 * @param expected how often it strikes in a history, in the mean over parameters
 * @param trials histories in which it was made to strike
 * @param hours that one strike takes in the mean, by service
 * @param variance of that mean, by service
 */
public record StrikeCost(int cause, double expected, int trials, double[] hours, double[] variance) {

    /** Returns the mean square of the hours that one strike takes from a service. */
    public double square(int service) {
        return hours[service] * hours[service] + variance[service] * (trials - 1);
    }
}
