package org.rackdrill.simulator.history;

/**
 * What one strike of a rare cause takes from each service, seen in histories in which it was made to strike.
 *
 * @param cause that is rare
 * @param expected how often it strikes in a history, in the mean over parameters
 * @param hours that one strike takes in the mean, by service
 * @param variance of that mean, by service
 */
public record StrikeCost(int cause, double expected, double[] hours, double[] variance) {}
