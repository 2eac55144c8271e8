package org.rackdrill.simulator.timeline;

/** How a cluster loses a member. */
public enum Loss {
    /** It runs on, but its network is gone. */
    CUT,
    /** It is dead at once: power, hardware, a crash. */
    DEAD,
    /** It is shut down in good order, with its guests. */
    SHUT_DOWN,
    /** It is shut down after its guests were moved away, since somebody has announced work on it. */
    MAINTAINED
}
