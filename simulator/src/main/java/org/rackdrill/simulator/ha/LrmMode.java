package org.rackdrill.simulator.ha;

/** What a local resource manager tells the master about its plans. */
public enum LrmMode {
    /** Works as usual. */
    ACTIVE,
    /** Will be back: its services are to be frozen. */
    RESTART,
    /** Goes down: its services are to be recovered. */
    SHUTDOWN,
    /** Gives its services away. */
    MAINTENANCE,
    /** Has let go of lock and watchdog because the stack was disarmed. */
    DISARM
}
