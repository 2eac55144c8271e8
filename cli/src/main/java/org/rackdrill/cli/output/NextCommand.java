package org.rackdrill.cli.output;

import org.rackdrill.cli.terminal.ShellWords;

/** What to type next, as the last line of a summary. */
public final class NextCommand {
    // The summary has 80 columns, of which its own words take some.
    private static final int LONGEST_ARGUMENT = 45;

    private NextCommand() {}

    /** Returns a command about a lab; a name that does not fit the line is left to the user. */
    public static String of(String verb, String lab) {
        String argument = ShellWords.quoted(lab);
        boolean fits = argument.length() <= LONGEST_ARGUMENT;
        return "rackdrill " + verb + " " + (fits ? argument : "--help");
    }
}
