package org.rackdrill.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.cli.game.DrillFiles;
import org.rackdrill.cli.game.Journals;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.reports.DrillSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill drill replay}: the verdict and the report of an earlier run, from its journal alone. */
@Command(
        name = "replay",
        header = "Judge a run again from its journal, and draw its report.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill drill replay rackdrill-out/first-20270105-100000/first-1.journal",
            "  rackdrill drill replay first-1.journal --out again"
        })
final class DrillReplay implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "The journal of a run.")
    private String journal = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write the report (beside the journal).")
    private Optional<String> out = Optional.empty();

    DrillReplay(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Replay run = Journals.replay(journal, surroundings.directory());
        Path parent = Path.of(journal).getParent();
        ResultFolder folder =
                ResultFolder.named(out.orElse(parent == null ? "." : parent.toString()), surroundings.directory());
        Outlet forPeople = surroundings.terminal().out();
        forPeople.coloured(DrillSummary.text(run, NextCommand.of("drill show", journal), forPeople.colour()));
        new DrillFiles(folder).write(run, journal, surroundings.terminal().err());
        return run.outcome().exitCode();
    }
}
