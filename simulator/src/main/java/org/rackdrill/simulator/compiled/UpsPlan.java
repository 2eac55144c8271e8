package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.RuntimeCurve;

/**
 * A UPS.
 *
 * @param mains the point of its input
 * @param output the point that it sets
 * @param recharge from empty to 90 %
 * @param runtimeFactor what the battery's age leaves of its runtime
 * @param shutdownHours the runtime left at which machines stop in order; negative: never
 * @param machines what hangs on it, with the share of each one's power that it carries
 * @param steadyWatts what hangs on it and never stops
 */
public record UpsPlan(
        String name,
        int site,
        int mains,
        int output,
        RuntimeCurve runtime,
        int runtimeParameter,
        double runtimeFactor,
        int recharge,
        double shutdownHours,
        int[] machines,
        double[] shares,
        double steadyWatts,
        double wattLimit,
        double efficiency) {}
