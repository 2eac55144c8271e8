package org.rackdrill.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code rackdrill}. */
@Command(
        name = "rackdrill",
        version = "rackdrill 0.1.0",
        mixinStandardHelpOptions = true,
        description = "Tells you how available your rack will be.")
public final class Rackdrill {
    private Rackdrill() {}

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Rackdrill()).execute(args));
    }
}
