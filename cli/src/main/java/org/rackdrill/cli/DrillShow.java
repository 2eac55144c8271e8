package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.game.Journals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rackdrill drill show}: a journal as it was written. */
@Command(
        name = "show",
        header = "Print the records of a journal as JSON Lines.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill drill show first-1.journal",
            "  rackdrill drill show first-1.journal | jq 'select(.is == \"Seen\")'"
        })
final class DrillShow implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "JOURNAL", description = "The journal of a run.")
    private String journal = "";

    DrillShow(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Recovered recovered = Journals.recover(journal, surroundings.directory());
        surroundings.terminal().out().document(recovered.jsonLines());
        recovered
                .damage()
                .ifPresent(damage -> surroundings.terminal().err().line("The journal is damaged: " + damage + "."));
        return (recovered.damage().isPresent() ? ExitCode.BAD_INPUT : ExitCode.GOOD).code();
    }
}
