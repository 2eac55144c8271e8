package org.rackdrill.simulator.compiled;

/** A lab that can be read but not simulated; the message is one sentence for its author. */
public final class Unanswerable extends RuntimeException {

    private static final long serialVersionUID = 1;

    public Unanswerable(String message) {
        super(message);
    }
}
