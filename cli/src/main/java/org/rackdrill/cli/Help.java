package org.rackdrill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code rackdrill help}: the same as {@code --help}, for those who ask it that way round. */
@Command(
        name = "help",
        header = "Show what a command does.",
        footerHeading = "%nExamples:%n",
        footer = {"  rackdrill help", "  rackdrill help simulate"})
final class Help implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command; without it, all of them.")
    private Optional<String> command = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        CommandLine root = spec.root().commandLine();
        CommandLine subject = root;
        if (command.isPresent()) {
            subject = root.getSubcommands().get(command.get());
            if (subject == null) {
                throw new UnmatchedArgumentException(root, command.get());
            }
        }
        subject.usage(root.getOut(), root.getColorScheme());
        return ExitCode.GOOD.code();
    }
}
