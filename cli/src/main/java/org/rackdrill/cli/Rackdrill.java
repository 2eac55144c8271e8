package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code rackdrill}: it does nothing itself and lists what can be done. */
@Command(
        name = "rackdrill",
        header = "How available will your rack be?",
        description = "%nDescribe your rack in one file; get availability, data loss, power and cost.",
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        exitCodeListHeading = "%nExit codes:%n",
        sortOptions = false,
        subcommands = {
            Simulate.class,
            Compare.class,
            Capacity.class,
            Plan.class,
            Init.class,
            Explain.class,
            Validate.class,
            Catalog.class,
            Schema.class,
            Report.class,
            Drill.class,
            Reconcile.class,
            Hunt.class,
            Calibrate.class,
            SandboxGroup.class,
            Trusting.class,
            Import.class,
            OpsGroup.class,
            Completion.class,
            Help.class
        })
public final class Rackdrill implements Callable<Integer> {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where a bug is.")
    private boolean debug;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs one command and exits with its code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Memory can be too little even for the one who would say so; what the program held is free again here. */
    private static int run(String[] args) {
        try {
            return new Program(Surroundings.ofProcess(System.getenv())).run(args);
        } catch (OutOfMemoryError | LinkageError failure) {
            if (!TooLittleMemory.isWhy(failure)) {
                throw failure;
            }
            System.err.println("rackdrill: " + TooLittleMemory.SENTENCE);
            return ExitCode.UNAVAILABLE.code();
        }
    }

    /** Without a command there is only help to give. */
    @Override
    public Integer call() {
        CommandLine line = spec.commandLine();
        line.usage(line.getErr(), line.getColorScheme());
        return ExitCode.USAGE.code();
    }

    /** Returns whether the user wants to see stack traces. */
    boolean debug() {
        return debug;
    }
}
