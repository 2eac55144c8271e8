package org.rackdrill.live.sandbox;

/** Somebody asked to stop in the middle. */
public final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Stops what is going on. */
    public Interrupted() {
        super("interrupted", null, false, false);
    }
}
