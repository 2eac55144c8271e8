package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.RuntimeCurve;

/**
 * A UPS.
 *
 * @param mains the point of its input
 * @param output the point that it sets
 * @param runtimeFactor what the battery's age leaves of its runtime at the start, at the best guess of its life
 * @param stream the luck of taking over and of its outlets
 * @param transferResets the chance of each machine to be reset when it takes over
 * @param bypass the chance that a failure of its own leaves the mains connected to what hangs on it
 * @param failure the mode of its own failure, which a new UPS ends
 * @param wall the mode that ends when somebody has plugged the rack into the wall
 * @param powerCycles the chance that it cuts and restores its outlets after a shutdown; certain when it is known
 * @param race whether mains that return in the middle of a shutdown are a matter at all
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
        BatteryPlan battery,
        int stream,
        Chance transferResets,
        Chance bypass,
        int failure,
        int wall,
        Chance powerCycles,
        boolean race,
        double shutdownHours,
        int[] machines,
        int[][] feeds,
        double steadyWatts,
        double wattLimit,
        double overloadWatts,
        int overloadParameter,
        double efficiency) {

    /** Real over apparent power of computers, which correct their power factor; 0.9 to 0.99. Our estimate. */
    public static final double POWER_FACTOR = 0.95;
}
