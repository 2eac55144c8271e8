package org.rackdrill.simulator.compiled;

/**
 * The person who repairs things.
 *
 * @param monitoring the serving point of the service that raises the alarm, or -1
 * @param asleepFrom hour of the day; equal to {@code asleepTo}: never
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
        double awayHoursPerYear,
        double tripHours,
        int handsOn,
        int software,
        int[] travel,
        int[] spares,
        double patchHours,
        boolean patchRolling,
        int patchCause) {}
