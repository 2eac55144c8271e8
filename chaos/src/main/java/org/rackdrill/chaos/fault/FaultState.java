package org.rackdrill.chaos.fault;

/** How far one fault at one target is. */
public enum FaultState {
    /** Its target is known and no guardrail refused it. */
    PLANNED,
    /** Its undo is written down, and a timer will do it without us. */
    ARMED,
    /** It is there. */
    APPLIED,
    /** It is gone, and a probe has seen that. */
    UNDONE_VERIFIED,
    /** The undo ran, and no probe could tell whether it worked. */
    UNDONE_UNVERIFIED,
    /** The undo did not run, or a probe has seen that the fault is still there. */
    UNDO_FAILED,
    /** It is there for good, as the drill wanted. */
    IRREVERSIBLE
}
