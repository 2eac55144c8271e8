package org.rackdrill.live.helper;

import java.util.List;

/** A way to run fixed commands on a host that has no helper yet, with the rights of a login. */
@FunctionalInterface
public interface Hands {

    /**
     * Runs a command to its end.
     *
     * @param words the program first
     * @param input what it reads
     * @throws NotDone when it did not run, or nobody knows how it ended; the message names the host
     */
    Said run(List<String> words, byte[] input) throws NotDone;

    /**
     * How a command ended.
     *
     * @param status its exit status
     * @param err what it complained about
     */
    record Said(int status, String out, String err) {}

    /** That a command was not done, or nobody knows. */
    final class NotDone extends Exception {
        private static final long serialVersionUID = 1;

        /** Something was not done; {@code why} is a clause that names the host. */
        public NotDone(String why) {
            super(why);
        }

        /** Returns the clause. */
        public String why() {
            return String.valueOf(getMessage());
        }
    }
}
