package org.rackdrill.simulator.ha;

/** The state of a node's cluster resource manager. */
public enum CrmState {
    /** Nothing to manage, or no quorum. */
    WAIT_FOR_QUORUM,
    /** Manages the cluster. */
    MASTER,
    /** Ready to take over. */
    SLAVE,
    /** Was master a moment ago. */
    LOST_MANAGER_LOCK
}
