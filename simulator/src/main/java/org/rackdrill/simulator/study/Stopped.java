package org.rackdrill.simulator.study;

/** Whoever asked does not want to know any more: what was begun ends before its next history, and comes to nothing. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Stopped() {
        super("a study was cancelled");
    }
}
