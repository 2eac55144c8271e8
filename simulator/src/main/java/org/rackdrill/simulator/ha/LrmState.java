package org.rackdrill.simulator.ha;

/** The state of a node's local resource manager, the agent that starts and stops its services. */
public enum LrmState {
    /** Has nothing to do, or may not do it. */
    WAIT_FOR_AGENT_LOCK,
    /** Holds its lock and feeds its watchdog. */
    ACTIVE,
    /** Gives its services away. */
    MAINTENANCE,
    /** Lost its lock and lets the watchdog run out. */
    LOST_AGENT_LOCK
}
