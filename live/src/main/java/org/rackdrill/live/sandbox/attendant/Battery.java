package org.rackdrill.live.sandbox.attendant;

/**
 * The battery of a UPS. It counts what was taken out; what it really holds may be less than what it says.
 *
 * @param wattHours what a good one holds
 * @param drained what was taken out since it was full, in watt hours
 * @param holds what it really holds, as a share
 */
record Battery(double wattHours, double drained, double holds) {
    /** Below this share a UPS asks its nodes to shut down. */
    static final double LOW = 0.3;

    /** A low runtime asks for the same, in seconds. */
    static final int LOW_SECONDS = 25;

    /** What the electronics need themselves, in watts. */
    private static final double OWN_WATTS = 10;

    /** What charging puts back, as a share of what a full load takes out: fast, so that drills can follow one another. */
    private static final double CHARGE_WATTS = 200;

    private static final double SECONDS_PER_HOUR = 3600;

    /** Returns it after some time without mains. */
    Battery drain(double watts, double seconds) {
        double out = drained + (watts + OWN_WATTS) * seconds / SECONDS_PER_HOUR;
        return new Battery(wattHours, Math.min(out, wattHours), holds);
    }

    /** Returns it after some time with mains. */
    Battery charge(double seconds) {
        double out = drained - CHARGE_WATTS * seconds / SECONDS_PER_HOUR;
        return new Battery(wattHours, Math.max(0, out), holds);
    }

    /** Returns it with another share that it really holds. */
    Battery holding(double share) {
        return new Battery(wattHours, drained, share);
    }

    /** Returns it as if it said another charge. */
    Battery at(double share) {
        return new Battery(wattHours, wattHours * (1 - share), holds);
    }

    /** Returns the charge that it says, as a share. */
    double says() {
        return 1 - drained / wattHours;
    }

    /** Returns whether nothing comes out any more. */
    boolean empty() {
        return drained >= wattHours * holds - 1e-9;
    }

    /** Returns how long it says that it lasts, in seconds. */
    long runtimeSeconds(double watts) {
        return Math.round((wattHours - drained) * SECONDS_PER_HOUR / (watts + OWN_WATTS));
    }

    /** Returns whether it asks to shut down. */
    boolean low(double watts) {
        return says() <= LOW || runtimeSeconds(watts) <= LOW_SECONDS;
    }
}
