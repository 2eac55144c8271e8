package org.rackdrill.live.sandbox;

/** Whoever waits for a sandbox: hears how far it is, and may ask to stop. */
public interface Steps {

    /** Hears that something longer begins. */
    void begin(String title);

    /**
     * Hears how far it is.
     *
     * @param share from 0 to 1
     */
    void at(double share);

    /** Returns whether to stop. */
    boolean stopped();

    /** Stops when somebody asked to. */
    default void check() {
        if (stopped()) {
            throw new Interrupted();
        }
    }
}
