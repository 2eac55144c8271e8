package org.rackdrill.live.ssh;

/** A host must not be trusted, or not without more words. The message is a sentence for its owner. */
public final class Distrust extends Exception {
    private static final long serialVersionUID = 1;

    Distrust(String sentence) {
        super(sentence, null, false, false);
    }

    /** Returns the sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
