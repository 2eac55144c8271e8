package org.rackdrill.model.reading;

/** An edit that leads to no lab: its path is unknown, or its value is wrong. The message says which, in words. */
public final class BadEdit extends Exception {

    private static final long serialVersionUID = 1;

    private final boolean unknownPath;

    BadEdit(Edit edit, String what, boolean unknownPath) {
        super(edit + ": " + what);
        this.unknownPath = unknownPath;
    }

    /** Returns whether the path is what is wrong. */
    public boolean unknownPath() {
        return unknownPath;
    }
}
