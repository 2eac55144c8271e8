package org.rackdrill.simulator.compiled;

/**
 * How soon Pacemaker acts: numbers of durations, as {@link org.rackdrill.model.lab.Cluster.Pace} has them.
 *
 * @param device whether a device fences
 * @param stays whether guests stay where they are when their first member is back
 * @param stream the luck of all of them
 */
public record PacePlan(
        boolean device,
        int lossNoticed,
        int joins,
        int fencesIn,
        int decidesIn,
        int waitsForOthers,
        int crashNoticed,
        boolean stays,
        int stream) {}
