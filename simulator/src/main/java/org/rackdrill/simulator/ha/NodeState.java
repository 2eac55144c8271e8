package org.rackdrill.simulator.ha;

/** What the cluster's manager believes of a node. */
public enum NodeState {
    /** A member that takes services. */
    ONLINE,
    /** A member that gives its services away and takes none. */
    MAINTENANCE,
    /** Not seen as a member. */
    UNKNOWN,
    /** To be proven dead by getting its agent's lock. */
    FENCE,
    /** No longer in the list of nodes. */
    GONE
}
