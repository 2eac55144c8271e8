package org.rackdrill.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.DrillDesk;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.input.OptionsDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.output.ProblemList;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code rackdrill validate}: everything that is wrong with some files, without running them. */
@Command(
        name = "validate",
        header = "Find all problems of lab, drill and options files, without a run.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill validate my-lab.yaml",
            "  rackdrill validate racks/home.yaml racks/office.yaml v1",
            "  rackdrill validate my-first.drill.yaml my.options.yaml"
        })
final class Validate implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Lab, drill or options files; shipped labs and drills by name.")
    private List<String> files = List.of();

    Validate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Outlet out = surroundings.terminal().out();
        LabDesk desk = new LabDesk(surroundings.directory(), out);
        DrillDesk drills = new DrillDesk(surroundings.directory(), desk);
        OptionsDesk counter = new OptionsDesk(surroundings.directory(), desk);
        ProblemList list = new ProblemList(out);
        List<Problem> all = new ArrayList<>();
        long unreadable = 0;
        for (String argument : files) {
            try {
                Optional<LabFile> options = counter.options(argument);
                Optional<LabFile> drill = options.isPresent() ? Optional.empty() : drills.find(argument);
                if (options.isPresent()) {
                    List<Problem> problems = counter.read(options.get()).problems();
                    list.print(options.get(), problems);
                    all.addAll(problems);
                } else if (drill.isPresent()) {
                    List<Problem> problems = drills.read(drill.get()).problems();
                    list.print(drill.get(), problems);
                    all.addAll(problems);
                } else {
                    ReadLab lab = desk.read(argument);
                    list.print(lab.file(), lab.reading().problems());
                    all.addAll(lab.reading().problems());
                }
            } catch (Refusal refusal) {
                out.line("error: " + refusal.sentence());
                unreadable++;
            }
        }
        long wrong = count(all, Severity.ERROR) + unreadable;
        out.line(Amount.of(files.size(), "file") + ": " + Amount.of(wrong, "error") + ", "
                + Amount.of(count(all, Severity.WARNING), "warning") + ".");
        return (wrong == 0 ? ExitCode.GOOD : ExitCode.BAD_INPUT).code();
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream().filter(it -> it.severity() == severity).count();
    }
}
