package org.rackdrill.live.sandbox;

/** A sandbox cannot be had, or cannot be taken away: one sentence that says why and what to do. */
public final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean leftovers;

    /** Says why. */
    public Impossible(String sentence) {
        this(sentence, false);
    }

    private Impossible(String sentence, boolean leftovers) {
        super(sentence, null, false, false);
        this.leftovers = leftovers;
    }

    /** Says what could not be taken away: somebody has to look. */
    static Impossible leftBehind(String sentence) {
        return new Impossible(sentence, true);
    }

    /** Returns the sentence. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }

    /** Returns whether something was left on this machine that should be gone. */
    public boolean leftovers() {
        return leftovers;
    }
}
