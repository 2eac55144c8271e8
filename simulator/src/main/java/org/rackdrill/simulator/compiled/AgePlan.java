package org.rackdrill.simulator.compiled;

/**
 * How old things are when a history begins.
 *
 * @param hours by mode, how long the thing has lived
 * @param luck by mode, the luck of its age in a lab that has always been there; empty when the ages are as given
 */
public record AgePlan(double[] hours, int[] luck) {

    /** Returns whether ages are drawn instead of given. */
    public boolean stationary() {
        return luck.length > 0;
    }
}
