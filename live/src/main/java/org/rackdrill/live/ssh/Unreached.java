package org.rackdrill.live.ssh;

/** A host was certainly not told anything. The message is one clause that names the host and the step. */
public final class Unreached extends Exception {
    private static final long serialVersionUID = 1;

    /** Whether the connection may be at fault, so that another one may do better. */
    private final boolean stale;

    private Unreached(String message, boolean stale) {
        super(message, null, false, false);
        this.stale = stale;
    }

    static Unreached at(String host, String step, String reason) {
        return new Unreached(host + ", " + step + ": " + reason, false);
    }

    static Unreached stale(String host, String step, String reason) {
        return new Unreached(host + ", " + step + ": " + reason, true);
    }

    boolean isStale() {
        return stale;
    }

    /** Returns the clause. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
