package org.rackdrill.model.reading;

/**
 * One thing that is wrong with a file, or that its author should know.
 *
 * @param line from 1
 * @param column from 1
 * @param what what is wrong, as a sentence without its full stop
 * @param fix how to write it, or what was probably meant
 */
public record Problem(Severity severity, String file, int line, int column, String what, String fix) {

    /** Whether the file can be used. */
    public enum Severity {
        ERROR,
        WARNING
    }

    /** Returns {@code file:line:column: error: what. fix}. */
    public String text() {
        return file + ":" + line + ":" + column + ": " + (severity == Severity.ERROR ? "error" : "warning") + ": "
                + what + "." + (fix.isEmpty() ? "" : " " + fix);
    }
}
