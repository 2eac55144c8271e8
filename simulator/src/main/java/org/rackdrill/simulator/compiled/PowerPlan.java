package org.rackdrill.simulator.compiled;

/**
 * What power does to a lab beyond coming and going.
 *
 * @param hardStops of each node
 */
public record PowerPlan(HardStopPlan[] hardStops) {}
