package org.rackdrill.simulator.capacity;

import org.rackdrill.simulator.compiled.Hours;

/** What a steady power comes to. */
public final class Energy {

    private static final double PER_THOUSAND = 1000;
    private static final double MONTHS = 12;

    /** British thermal units (of the International Table) in one watt-hour: 3,600 J over 1,055.05585262 J. */
    private static final double BTU_PER_WATT_HOUR = 3600 / 1055.05585262;

    private Energy() {}

    /** Returns the kilowatt-hours of a year of 8,760 h. */
    public static double kWhPerYear(double watts) {
        return watts * Hours.PER_YEAR / PER_THOUSAND;
    }

    /** Returns the kilowatt-hours of a twelfth of a year. */
    public static double kWhPerMonth(double watts) {
        return kWhPerYear(watts) / MONTHS;
    }

    /** Returns the heat that a power becomes, in BTU an hour. */
    public static double btuPerHour(double watts) {
        return watts * BTU_PER_WATT_HOUR;
    }

    /** Returns the hours of a year that a share of it is, such as the downtime that a goal allows. */
    public static double hoursPerYear(double share) {
        return share * Hours.PER_YEAR;
    }
}
