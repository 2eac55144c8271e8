package org.rackdrill.simulator.storage;

/** Something that serves operations, each for a while, and makes the others wait. */
public sealed interface Device permits HardDisk, Limit, Line, Server, SolidState {

    /** Returns how many operations it serves at once. */
    int channels();
}
