package org.rackdrill.reports.json;

/** Says in half a sentence, to follow "cannot be read: ", why some bytes do not describe a record. */
public final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1;

    Misfit(String message) {
        super(message);
    }

    Misfit(String message, Throwable cause) {
        super(message, cause);
    }
}
