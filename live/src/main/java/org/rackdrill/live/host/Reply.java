package org.rackdrill.live.host;

/**
 * What came of a request.
 *
 * @param why for all but {@link Kind#DONE}, one clause that names the host and the step; otherwise empty
 * @param body what the helper printed after its first line, as UTF-8 with what is invalid replaced; may be cut off
 */
public record Reply(Kind kind, String why, String body) {

    /** The longest body that is kept, in bytes. */
    public static final int LONGEST = 16 << 20;

    /** How it ended. */
    public enum Kind {
        /** It was done. */
        DONE,
        /** It was certainly not done: the helper said so, or never got the request. */
        REFUSED,
        /** Nobody knows whether it was done, or still will be. */
        UNKNOWN
    }

    /** Returns the reply of a host that did it. */
    public static Reply done(String body) {
        return new Reply(Kind.DONE, "", body);
    }

    /** Returns the reply of whoever did not do it. */
    public static Reply refused(String why) {
        return new Reply(Kind.REFUSED, why, "");
    }

    /** Returns what is left when no reply came. */
    public static Reply unknown(String why) {
        return new Reply(Kind.UNKNOWN, why, "");
    }

    /** Returns whether it is done. */
    public boolean done() {
        return kind == Kind.DONE;
    }
}
