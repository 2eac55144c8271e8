package org.rackdrill.chaos.hunt;

/** How a fault of a hunt ends, since nobody undoes it for the sake of a drill. */
public enum Ending {
    /** It is over in a moment, or comes back by itself. */
    ITSELF,
    /** What broke is mended after a while. */
    MENDED,
    /** A new disk is in its place after a while, and is then filled. */
    REPLACED,
    /** Somebody notices after a while: what can still be got back then is got back. */
    NOTICED,
    /** Not within the week. */
    NEVER
}
