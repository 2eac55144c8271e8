package org.rackdrill.simulator.study;

import java.util.Optional;

/** An engine that shares histories between many machines; where it is installed, it is found as a service. */
public interface ManyMachines {

    /** Returns the name of the engine, as a person gives it. */
    String engine();

    /** Returns what is wrong with the address of its master, in a sentence; nothing when it may be one. */
    Optional<String> objection(String master);

    /**
     * Gets hold of machines.
     *
     * @param master the address of who assigns them, to which there is no objection
     * @param lab the text of the lab that they will simulate
     * @param patience asked now and then whether to go on waiting for them
     * @throws NoMachines when there are none within a minute
     */
    Machines hire(String master, LabText lab, Progress patience);

    /**
     * The text of a lab, from which every machine makes the same lab.
     *
     * @param name of the file
     */
    record LabText(String name, byte[] text) {}
}
