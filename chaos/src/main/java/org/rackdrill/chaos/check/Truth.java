package org.rackdrill.chaos.check;

/** What a probe can say. */
public enum Truth {
    TRUE,
    FALSE,
    /** The probe could not look, which is never taken for good. */
    UNKNOWN
}
