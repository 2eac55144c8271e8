package org.rackdrill.simulator.study;

/** What is measured beside the answer itself by simulating again; a question may leave it out to be answered sooner. */
public enum Extra {
    /** What never having a cause would give back. */
    GAINS,
    /** What can be bought, moved or changed, and what it gives back. */
    IMPROVEMENTS,
    /** What rehearsing each protection is worth. */
    DRILLING,
    /** How likely disks alone lose the data, however long that takes; this is asked for by name only. */
    RARE
}
