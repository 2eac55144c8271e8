package org.rackdrill.simulator.ha;

/** What the cluster's manager wants done with a service. The names are those of the manager's status file. */
public enum ServiceState {
    /** To be kept off; its agent enforces this every round. */
    STOPPED,
    /** To be stopped by its agent. */
    REQUEST_STOP,
    /** New or asked for, before its node is chosen. */
    REQUEST_START,
    /** To be moved, still off, to the node that was chosen for its start. */
    REQUEST_START_BALANCE,
    /** To be kept running. */
    STARTED,
    /** On a node that is lost but not yet proven dead. */
    FENCE,
    /** On a node that is proven dead: to be given to another. */
    RECOVERY,
    /** To be moved while it runs. */
    MIGRATE,
    /** To be stopped, moved and started. */
    RELOCATE,
    /** Left alone until its node's agent is back. */
    FREEZE,
    /** Given up: only a person who disables it gets it out of here. */
    ERROR;

    boolean isMove() {
        return this == MIGRATE || this == RELOCATE || this == REQUEST_START_BALANCE;
    }
}
