package org.rackdrill.simulator.exact;

/** There is no exact answer within bounded time and memory; the message says why, in words for whoever asked. */
public final class Unsolved extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * Says why.
     *
     * @param why half a sentence, without a full stop
     */
    public Unsolved(String why) {
        super(why);
    }

    /** Returns why, as half a sentence. */
    public String why() {
        return String.valueOf(getMessage());
    }
}
