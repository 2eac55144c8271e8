package org.rackdrill.simulator.ha;

/** What a line of the log says. Which fields of {@link Entry} carry the particulars stands at each. */
public enum Kind {
    /** The run begins. */
    BEGINS,
    /** The run ends. */
    ENDS,
    /** Something from outside happens; the detail is the injection. */
    INJECTED,
    /** A daemon dies with its node. */
    KILLED,
    /** The watchdog has reset a node. */
    WATCHDOG_RESET,
    /** All cluster resource managers, or agents, miss a round; the detail says which. */
    ROUND_SKIPPED,

    /** A daemon has another state; the detail is both, as {@code A>B}. */
    DAEMON_STATE,
    /** A lock was free and is now held; the node is that of the agent's lock, -1 for the master's. */
    LOCK_TAKEN,
    /** A daemon is asked to end. */
    STOP_RECEIVED,
    /** A daemon ends in good order. */
    EXITED,
    /** A cluster resource manager, or an agent, lets go for want of work; the detail is the number of rounds. */
    WENT_IDLE,
    /** The shared filesystem could not be brought up to date. */
    ROUND_INCONSISTENT,

    /** A master hands its lock back. */
    LOCK_RETURNED,
    /** The manager's status could not be read. */
    STATUS_UNREADABLE,
    /** The round of a master broke off. */
    ROUND_BROKEN,
    /** The master does not count itself as a member. */
    MASTER_OFFLINE,
    /** The master compares nodes in another way; the detail names it. */
    SCHEDULER,
    /** The master believes something else of a node; the detail is both, as {@code A>B}. */
    NODE_STATE,
    /** The master takes a service on its list. */
    SERVICE_ADDED,
    /** The master drops a service; the detail is {@code ignored} or {@code unconfigured}. */
    SERVICE_REMOVED,
    /** A service has another state; the detail is both, as {@code A>B}, with a timeout where there is one. */
    SERVICE_STATE,
    /** The master moves a service that should be where its configuration says. */
    SERVICE_FOUND,
    /** A person is told that a node is being fenced. */
    FENCE_MAIL,
    /** A person is told that a node was fenced. */
    FENCED_MAIL,
    /** The master holds the lock of a lost node's agent. */
    FENCED,
    /** A node is being fenced though nothing on it needs it. */
    FENCE_WITHOUT_SERVICE,
    /** A service goes from a fenced node to another. */
    RECOVERS,
    /** A service goes back to the node that was fenced. */
    RECOVERS_HOME,
    /** No node may take a service. */
    NO_RECOVERY_NODE,
    /** The lock that a dead node left on a guest is taken off; the detail is the lock. */
    UNLOCKED,
    /** The master has read an order; the detail is the order. */
    ORDER_READ,
    /** The master refuses an order about a node that is not there; the detail is the order. */
    ORDER_REFUSED,
    /** A service does not go to a node that is not there; the detail is how. */
    MOVE_REFUSED_OFFLINE,
    /** A service does not go where it is; the detail is how. */
    MOVE_REFUSED_THERE,
    /** A service does not go where one is that it must be kept from; the target is that service. */
    MOVE_REFUSED_APART,
    /** A service goes along with the one that is moved; the target is that service, the detail how. */
    MOVES_ALONG,
    /** A service begins to move; the detail says how and whether the master chose it. */
    MOVES,
    /** A service goes back to where it was before the maintenance. */
    MOVES_BACK,
    /** A service never left for the maintenance that it was to come back from. */
    MAINTENANCE_STALE,
    /** A service has moved, and could not; the detail is the agent's answer. */
    MOVE_FAILED,
    /** A service could not be moved because it is elsewhere. */
    MOVE_WRONG_NODE,
    /** A guest that is to be placed before its start already runs. */
    BALANCE_IGNORED,
    /** A service could not be stopped; the detail is the agent's answer. */
    STOP_FAILED,
    /** A service that is off was to be stopped. */
    STOP_IGNORED,
    /** A guest's plug is pulled. */
    STOPS_HARD,
    /** A guest is asked to end; the detail is the timeout. */
    STOPS,
    /** A service could not be started and goes elsewhere. */
    START_RELOCATES,
    /** A service could not be started anywhere; the detail lists the nodes. */
    START_GIVEN_UP,
    /** A service was started on another node after failures; the detail lists those nodes. */
    RELOCATED,
    /** There is no further node to start a service on; the detail lists the nodes. */
    ALL_TRIED,
    /** A node was chosen for a start; the detail is {@code new} or {@code current}. */
    BALANCED,
    /** A service is moved for balance; the detail is the imbalance before and after. */
    REBALANCES,
    /** The maintenance of a node is asked for again. */
    MAINTENANCE_REPEATED,
    /** The end of a maintenance is asked for where none is. */
    MAINTENANCE_MISSING,

    /** A service is frozen because the stack is disarmed; the detail is its state. */
    DISARM_FREEZES,
    /** A service is no longer followed because the stack is disarmed. */
    DISARM_IGNORES,
    /** The stack cannot be disarmed yet; the detail is the state of a service. */
    DISARM_WAITS,
    /** All agents have let go. */
    DISARMED,
    /** The master lets go of its watchdog. */
    DISARMED_MASTER,
    /** A new master takes no watchdog. */
    DISARMED_TAKEOVER,
    /** The stack already is disarmed, or being so, which the detail tells. */
    DISARM_REPEATED,
    /** The stack is not disarmed. */
    ARM_IGNORED,
    /** The master takes its watchdog up again. */
    REARMS,
    /** A service was carried elsewhere while nobody followed it. */
    CARRIED,

    /** Groups are about to become rules. */
    GROUPS_BEGIN,
    /** The state of a node is looked at; the detail is it. */
    GROUPS_NODE,
    /** The agent of a node is looked at; the detail is state and mode. */
    GROUPS_AGENT,
    /** The version of a node is looked at; the detail is it. */
    GROUPS_VERSION,
    /** A node is in the way of it; the detail is how. */
    GROUPS_ABORT,
    /** Groups stay groups for now. */
    GROUPS_FAILED,
    /** It will be tried again; the detail is in how many rounds. */
    GROUPS_RETRY,
    /** The rules are written. */
    GROUPS_RULES,
    /** The services no longer name their groups. */
    GROUPS_SERVICES,
    /** The groups are deleted. */
    GROUPS_DELETED,
    /** Groups have become rules. */
    GROUPS_DONE,

    /** An agent could not read what the master wrote. */
    AGENT_UNREADABLE,
    /** An agent could not write what it did. */
    AGENT_UNWRITTEN,
    /** An agent learns that its node goes down; the detail is the policy. */
    SHUTDOWN_POLICY,
    /** An agent says what it will do about it; the detail is it. */
    SHUTDOWN_PLAN,
    /** An agent without lock cannot end; the detail is the number of its services. */
    SHUTDOWN_BLOCKED,
    /** An agent lets go because the stack is disarmed; the detail tells whether in maintenance. */
    AGENT_DISARMS,
    /** A guest is started. */
    STARTING,
    /** A guest runs. */
    STARTED,
    /** A guest does not run though it should. */
    NOT_STARTED,
    /** A start will be tried again; the detail is how often it was. */
    START_RETRIES,
    /** A start will not be tried again here; the detail is how often it was. */
    START_EXHAUSTED,
    /** A guest is stopped; the detail is the timeout, or that it is to be relocated. */
    STOPPING,
    /** A guest is off. */
    STOPPED,
    /** A guest runs though it should not. */
    NOT_STOPPED,
    /** A guest begins to move; the detail is how. */
    MOVE_BEGINS,
    /** A guest has moved; the detail is how. */
    MOVE_ENDS,
    /** A guest has not moved. */
    NOT_MOVED,
    /** A guest is locked and stays as it is; the detail is the lock and what was to be done. */
    GUEST_LOCKED,
    /** A guest is in error. */
    IN_ERROR,
    /** A guest is not here. */
    NOT_HERE
}
