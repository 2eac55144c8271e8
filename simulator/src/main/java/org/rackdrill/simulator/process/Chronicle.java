package org.rackdrill.simulator.process;

/** Hears what people notice of a history, as it happens. Times are hours from the start. */
public interface Chronicle {

    /** A history begins; every service is up. */
    void begins(double horizon);

    /** A service went down, came up, or is down by another cause now. */
    void service(int service, boolean up, int cause, double now);

    /** One of several audiences of a service cannot use it any more, or can again. */
    default void audience(int audience, boolean up, double now) {}

    /** Returns whether it hears what keeps services down together; otherwise nobody finds that out. */
    default boolean hearsTogether() {
        return true;
    }

    /**
     * A service was down by more than one thing: without either it would have been up.
     *
     * @param cause what the time is blamed on
     * @param other another cause, or the number of causes plus the number of a {@link Circumstance}
     * @param another one more of these, or {@link Stage#NOBODY}
     */
    default void together(int service, int cause, int other, int another, double from, double until) {}

    /**
     * Somebody looked how old the copies are.
     *
     * @param ageHours of the best copy; infinite without one
     * @param restoreHours to get everything back; infinite without a copy
     */
    void copies(int dataset, double ageHours, double restoreHours);

    /**
     * A service starts elsewhere because its node or its storage is gone.
     *
     * @param lostWriteHours since the last sync to there
     */
    default void failover(int service, double lostWriteHours, double now) {}

    /** A node or a box went down, or is up again. */
    default void machine(int machine, boolean up, double now) {}

    /**
     * An ordered shutdown of a machine is through, and its power lasted until then.
     *
     * @param charge of the UPS behind it, the fullest one; 1 without a UPS
     */
    default void stopped(int machine, double charge, double now) {}

    /**
     * A dataset is gone, and has just lost the pool that it was on, or one that held a copy.
     *
     * @param ageHours of the best copy; infinite without one
     */
    default void lost(int dataset, double ageHours, double now) {}

    /** A history ended. */
    void ends(History history);
}
