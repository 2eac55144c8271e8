package org.rackdrill.simulator.compiled;

/**
 * What power does to a lab beyond coming and going.
 *
 * @param hardStops of each node
 * @param storms of each region that has some
 * @param surges of each kind and site
 * @param breakers those that may trip
 */
public record PowerPlan(HardStopPlan[] hardStops, StormPlan[] storms, SurgePlan[] surges, BreakerPlan[] breakers) {

    /** Returns the thing that a surge has killed, by the number of its death. */
    public SurgePlan.Victim victim(int death) {
        return surges[death / SurgePlan.MOST_VICTIMS].victims()[death % SurgePlan.MOST_VICTIMS];
    }
}
