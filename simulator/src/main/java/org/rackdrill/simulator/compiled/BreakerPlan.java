package org.rackdrill.simulator.compiled;

import org.rackdrill.model.lab.Site;

/**
 * A circuit breaker that may trip.
 *
 * @param site behind whose mains it is
 * @param point the point that it sets
 * @param mode its trip, which ends when somebody has walked there
 * @param stream the luck of its make and of the household
 * @param amps rated current
 * @param volts of the mains
 * @param magnetLow the smallest multiple of its rated current at which its magnet may trip
 * @param magnetHigh the multiple at which it certainly does
 * @param machines what hangs on the mains directly
 * @param feeds for each of them the points of its power feeds that come from there
 * @param steadyWatts what hangs there and never stops
 * @param ups the UPS at the site
 * @param starting machines whose power supplies the magnet feels when power returns
 * @param inrush the current of each of them in amperes
 * @param inrushParameters scale them
 * @param sharedWatts what else of the household hangs on it, when it is on
 * @param sharedEvery time between two times that it is switched on
 * @param sharedLasts how long it stays on
 */
public record BreakerPlan(
        int site,
        int point,
        int mode,
        int stream,
        double amps,
        double volts,
        double magnetLow,
        double magnetHigh,
        int[] machines,
        int[][] feeds,
        double steadyWatts,
        int[] ups,
        int[] starting,
        double[] inrush,
        int[] inrushParameters,
        double sharedWatts,
        int sharedEvery,
        int sharedLasts) {

    /** A multiple of its rated current that a breaker bears for ever (conventional non-tripping current, IEC 60898-1). */
    public static final double BEARS = 1.13;

    /** A multiple of it that trips it within an hour (conventional tripping current, IEC 60898-1). */
    public static final double TRIPS = 1.45;

    /** Returns the smallest multiple of its rated current at which the magnet of such a breaker may trip (IEC 60898-1). */
    public static double magnetLow(Site.Curve curve) {
        return curve == Site.Curve.B ? 3 : 5;
    }
}
