package org.rackdrill.simulator.storage;

/** What requests of one load are made of. It may remember, as a cache does, and belongs to one history. */
@FunctionalInterface
public interface Route {

    /** Adds the operations of the next request. */
    void lay(Plan plan);

    /** Begins to count anew what memory answers. */
    default void forget() {}

    /** Returns the share of reads that memory answered; 0 where nothing is remembered. */
    default double hitShare() {
        return 0;
    }
}
