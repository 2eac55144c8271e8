package org.rackdrill.chaos.importing;

/** A case that cannot be used: the message names file and line and says what is wrong there. */
public final class BadCase extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Refuses a case.
     *
     * @param file the name of the file within the case
     * @param line its line, from 1; 0 for the file as a whole
     */
    BadCase(String file, int line, String wrong) {
        super(line > 0 ? file + ":" + line + ": " + wrong : file + ": " + wrong);
    }
}
