package org.rackdrill.chaos.fault;

/** What {@code for} means beside a fault. */
public enum Lasting {
    /** It is over in a moment: there is no {@code for}. */
    MOMENT,
    /** It ends by itself; {@code for} says after how long, in place of what is usual. */
    OWN_TIME,
    /** Once without {@code for}; with it, again and again until then. */
    ONCE_OR_AGAIN,
    /** It stays until it is undone: after {@code for}, or at the end of the drill. */
    UNTIL_UNDONE
}
