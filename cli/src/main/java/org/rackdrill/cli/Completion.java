package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code rackdrill completion}: a script that teaches a shell our commands. */
@Command(
        name = "completion",
        header = "Print a script that completes our commands in bash or zsh.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(rackdrill completion)", "  rackdrill completion > ~/.rackdrill-completion"})
final class Completion implements Callable<Integer> {
    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Completion(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        surroundings
                .terminal()
                .out()
                .document(AutoComplete.bash("rackdrill", spec.root().commandLine()));
        return ExitCode.GOOD.code();
    }
}
