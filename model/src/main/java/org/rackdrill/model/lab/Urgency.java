package org.rackdrill.model.lab;

/** Who goes first at a disk. */
public enum Urgency {
    /** Somebody waits for it. */
    ORDINARY,
    /** It waits for everybody else, as a scrub does. */
    BACKGROUND
}
