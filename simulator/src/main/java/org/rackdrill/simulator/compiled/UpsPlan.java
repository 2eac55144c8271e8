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
 * @param machines what hangs on it
 * @param feeds for each of them the points of its power feeds that come from here
 * @param steadyWatts what hangs on it and never stops
 * @param wattLimit what the data sheet allows
 * @param overloadWatts on battery it drops everything above this load
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
        int[][] feeds,
        double steadyWatts,
        double wattLimit,
        double overloadWatts,
        int overloadParameter,
        double efficiency) {}
