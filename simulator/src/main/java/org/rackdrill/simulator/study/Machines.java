package org.rackdrill.simulator.study;

/**
 * The machines that share the histories of a study: this one, or many. Whichever they are, and however they share them,
 * the study says the same.
 */
public interface Machines extends AutoCloseable {

    /** This one. */
    Machines THIS = Runner::new;

    /**
     * Turns to a study.
     *
     * @param crew threads of this machine
     * @param progress may end the study
     */
    Rows begin(Premises premises, Crew crew, Progress progress);

    /** Lets the machines go. */
    @Override
    default void close() {}
}
