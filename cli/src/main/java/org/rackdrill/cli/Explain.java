package org.rackdrill.cli;

import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.Explanation;
import org.rackdrill.cli.output.JsonOption;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.reports.json.RecordWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code rackdrill explain}: every value in use, and where it came from. */
@Command(
        name = "explain",
        header =
                "Show every value that a lab uses and where it came from, and the process behind every cause of downtime.",
        footerHeading = "%nExamples:%n",
        footer = {"  rackdrill explain v1 | less", "  rackdrill explain my-lab.yaml --json - > values.json"})
final class Explain implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "A lab file, or the name of a shipped lab.")
    private String lab = "";

    @Mixin
    private JsonOption json = new JsonOption();

    Explain(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Terminal terminal = surroundings.terminal();
        LabDesk desk = new LabDesk(surroundings.directory(), terminal.err());
        ReadLab read = desk.readUsable(lab);
        desk.warn(read, lab);
        Explanation explanation = new Explanation(read);
        if (json.wanted()) {
            terminal.out().document(RecordWriter.bytes(explanation.document()));
        } else {
            explanation.print(terminal.out());
        }
        return ExitCode.GOOD.code();
    }
}
