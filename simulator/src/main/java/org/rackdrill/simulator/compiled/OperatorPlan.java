package org.rackdrill.simulator.compiled;

/**
 * The person who repairs things.
 *
 * @param monitoring the serving point of the service that raises the alarm, or -1
 * @param asleepFrom hour of the day; equal to {@code asleepTo}: never
 * @param wokenByAlarms whether alarms ring at night, and work begins then
 * @param falseAlarms between two alarms about one watched service that has nothing
 * @param watchedServices how many services are watched
 * @param wrongDisk the chance that a healthy disk is pulled when one is replaced
 * @param travel one way to each site
 * @param patchHours between two rounds of updates; 0: never
 */
public record OperatorPlan(
        int stream,
        int monitoring,
        int noticesAfter,
        int noticesWithout,
        double asleepFrom,
        double asleepTo,
        boolean wokenByAlarms,
        int falseAlarms,
        int falseAlarmStream,
        int watchedServices,
        Chance wrongDisk,
        double awayHoursPerYear,
        double tripHours,
        int handsOn,
        int software,
        int[] travel,
        int[] spares,
        double patchHours,
        boolean patchRolling,
        int patchCause) {

    /** Returns whether the person sleeps at a time, in hours from some midnight. */
    public boolean asleep(double time) {
        return wrapped(time % Hours.PER_DAY - asleepFrom) < wrapped(asleepTo - asleepFrom);
    }

    /** Returns the first moment from a time on at which the person has slept enough. */
    public double wakes(double time) {
        return asleep(time) ? time + wrapped(asleepTo - time % Hours.PER_DAY) : time;
    }

    /** Returns the number of the night that a time is in, each beginning at noon. */
    public static double night(double time) {
        return Hours.whole((time + Hours.PER_DAY / 2) / Hours.PER_DAY);
    }

    private static double wrapped(double hours) {
        return hours < 0 ? hours + Hours.PER_DAY : hours;
    }
}
