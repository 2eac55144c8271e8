package org.rackdrill.simulator.compiled;

/**
 * The battery of a UPS.
 *
 * @param mode its hidden failure, which a new battery ends
 * @param stream the luck of its life
 * @param ageHours how old it is at the start
 * @param ages whether it grows older
 * @param life until it holds 80 % of its runtime
 * @param dies until it carries nothing
 * @param recharge from empty to 90 %
 * @param testHours how often the UPS tests it; 0: never
 * @param drilled whether a drill of the shutdown shows how it is
 */
public record BatteryPlan(
        int mode,
        int stream,
        double ageHours,
        boolean ages,
        int life,
        int dies,
        int recharge,
        double testHours,
        boolean drilled) {

    /** What of the power of a charger comes out of the battery again; lead-acid. Our estimate. */
    public static final double CHARGING_EFFICIENCY = 0.75;

    /** The runtime that is left when a battery has reached its rated life (the meaning of that life). */
    private static final double RUNTIME_AT_END_OF_LIFE = 0.8;

    /**
     * Returns what age leaves of the runtime of a new battery.
     *
     * @param ageHours its age
     * @param lifeHours its rated life
     */
    public static double left(double ageHours, double lifeHours) {
        return Math.pow(RUNTIME_AT_END_OF_LIFE, ageHours / lifeHours);
    }
}
