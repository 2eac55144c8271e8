package org.rackdrill.simulator.ha;

/** What a person asked for a service. */
public enum Requested {
    /** Keep it running. */
    STARTED,
    /** Keep it off, but recover it. */
    STOPPED,
    /** Keep it off and do not recover it. */
    DISABLED,
    /** Do not manage it. */
    IGNORED
}
