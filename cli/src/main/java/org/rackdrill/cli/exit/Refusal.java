package org.rackdrill.cli.exit;

/** The end of a command that cannot go on, through no fault of the program: one sentence and an exit code. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ExitCode exitCode;

    /**
     * Refuses to go on.
     *
     * @param sentence what is wrong and what to do about it; empty when everything has been said already
     */
    public Refusal(ExitCode exitCode, String sentence) {
        super(sentence, null, false, false);
        this.exitCode = exitCode;
    }

    /** Returns the code to exit with. */
    public ExitCode exitCode() {
        return exitCode;
    }

    /** Returns what to tell the user. */
    public String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
