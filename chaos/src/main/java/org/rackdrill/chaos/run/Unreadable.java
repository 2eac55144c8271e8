package org.rackdrill.chaos.run;

/** A journal or a plan that is whole, and yet cannot be understood; the message says where and why. */
public final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
        super(message);
    }

    Unreadable(String message, Throwable cause) {
        super(message, cause);
    }
}
