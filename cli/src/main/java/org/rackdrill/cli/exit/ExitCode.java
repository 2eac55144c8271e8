package org.rackdrill.cli.exit;

/** What the process says with its exit code. Codes are only ever added; an unknown one means failure. */
public enum ExitCode {
    GOOD(0, "good; simulate answers with 0 whatever the answer"),
    MISSED(
            1,
            "a drill failed; ops: not done; --check or plan: a goal is missed; hunt: it can be broken; import: not alike"),
    OPEN(2, "unknown or aborted; --check: open; import: not all could be said"),
    BROKEN(3, "an undo failed or was not seen to work: somebody has to look"),
    USAGE(64, "wrong usage"),
    BAD_INPUT(65, "bad input file"),
    UNAVAILABLE(69, "something needed is unavailable"),
    BUG(70, "a bug in rackdrill; --debug shows the stack trace"),
    INTERRUPTED(130, "interrupted (Ctrl-C)"),
    TERMINATED(143, "terminated (SIGTERM)");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** Returns the number. */
    public int code() {
        return code;
    }

    /** Returns the meaning in a few words. */
    public String meaning() {
        return meaning;
    }
}
