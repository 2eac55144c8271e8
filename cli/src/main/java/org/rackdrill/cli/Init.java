package org.rackdrill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.init.NewLab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill init}: a first lab file from eight answers. */
@Command(
        name = "init",
        header = "Write a first lab file from eight answers.",
        description = "%nWhat the answers leave open is assumed and marked in the file.",
        footerHeading = "%nExamples:%n",
        footer = {"  rackdrill init my-rack.yaml", "  rackdrill init --like v1 --yes our-rack.yaml"})
final class Init implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--like", paramLabel = "LAB", description = "Start from a shipped lab, such as v1, instead.")
    private Optional<String> like = Optional.empty();

    @Option(
            names = {"-y", "--yes"},
            description = "Ask nothing and take every default.")
    private boolean yes;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "lab.yaml",
            description = "The file to write (${DEFAULT-VALUE}).")
    private String file = "lab.yaml";

    Init(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        NewLab lab = new NewLab(surroundings.terminal(), surroundings.directory(), file);
        if (like.isPresent()) {
            lab.copy(like.get());
        } else {
            lab.ask(yes);
        }
        return ExitCode.GOOD.code();
    }
}
