package org.rackdrill.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.output.ProblemList;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.model.reading.Problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rackdrill validate}: everything that is wrong with some lab files, without running them. */
@Command(
        name = "validate",
        header = "Find all problems of lab files, without a run.",
        footerHeading = "%nExamples:%n",
        footer = {"  rackdrill validate my-lab.yaml", "  rackdrill validate racks/home.yaml racks/office.yaml v1"})
final class Validate implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "1..*", paramLabel = "LAB", description = "Lab files, or names of shipped labs.")
    private List<String> labs = List.of();

    Validate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Outlet out = surroundings.terminal().out();
        LabDesk desk = new LabDesk(surroundings.directory(), out);
        ProblemList list = new ProblemList(out);
        long errors = 0;
        long warnings = 0;
        for (String argument : labs) {
            try {
                ReadLab lab = desk.read(argument);
                list.print(lab.file(), lab.reading().problems());
                errors += lab.problems(Severity.ERROR).size();
                warnings += lab.problems(Severity.WARNING).size();
            } catch (Refusal unreadable) {
                out.line("error: " + unreadable.sentence());
                errors++;
            }
        }
        out.line(Amount.of(labs.size(), "file") + ": " + Amount.of(errors, "error") + ", "
                + Amount.of(warnings, "warning") + ".");
        return (errors == 0 ? ExitCode.GOOD : ExitCode.BAD_INPUT).code();
    }
}
