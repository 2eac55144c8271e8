package org.rackdrill.chaos.run;

/**
 * What a world says to something that it was told to do.
 *
 * @param why for all but {@link Kind#DONE}, what happened, as a clause; otherwise empty
 */
public record Answer(Kind kind, String why) {

    /** It is done. */
    public static final Answer DONE = new Answer(Kind.DONE, "");

    /** How it ended. */
    public enum Kind {
        DONE,
        /** It goes on; only for operations. */
        RUNNING,
        /** It was not done, or failed on the way. */
        REFUSED,
        /** Nobody knows whether it was done, or still will be. */
        UNKNOWN
    }

    /** Returns the answer of whoever did not do it. */
    public static Answer refused(String why) {
        return new Answer(Kind.REFUSED, why);
    }

    /** Returns what is left when no answer came. */
    public static Answer unknown(String why) {
        return new Answer(Kind.UNKNOWN, why);
    }

    /** Returns whether it is done. */
    public boolean done() {
        return kind == Kind.DONE;
    }
}
