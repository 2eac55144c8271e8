package org.rackdrill.simulator.study;

/** The machines that a study was to run on are not there, or not fit for it; the message is one sentence for a person. */
public final class NoMachines extends RuntimeException {

    private static final long serialVersionUID = 1;

    public NoMachines(String message) {
        super(message);
    }
}
