package org.rackdrill.reports;

/** Says in one sentence why a file is no results file that this version reads, and what to do. */
public final class UnreadableResults extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Says what is wrong and how to fix it. */
    public UnreadableResults(String message) {
        super(clean(message));
    }

    /** Says what is wrong and how to fix it. */
    public UnreadableResults(String message, Throwable cause) {
        super(clean(message), cause);
    }

    /** What a foreign file says may reach a terminal. */
    private static String clean(String message) {
        return message.replaceAll("\\p{Cntrl}", "?");
    }
}
