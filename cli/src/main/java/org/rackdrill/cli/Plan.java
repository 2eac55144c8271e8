package org.rackdrill.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.input.OptionsDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.output.ReportFiles;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.output.Timings;
import org.rackdrill.cli.planning.PlanOptions;
import org.rackdrill.cli.planning.Shelves;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.reports.PlanSummary;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.simulator.plan.PlanQuestion;
import org.rackdrill.simulator.plan.PlanResults;
import org.rackdrill.simulator.plan.Shelf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rackdrill plan}: what to buy. */
@Command(
        name = "plan",
        header = "Find out what to buy: what each option gives back for its money.",
        description = {
            "%nAll combinations of the options are weighed under the same luck. Exits with 1 when",
            "none within the budget keeps the goals."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill plan v1 --options v1 --goal 99.5%% --budget 3000",
            "  rackdrill plan my-lab.yaml --options my.options.yaml --for photos,internet",
            "  rackdrill plan my-lab.yaml --json - | jq '.points[.recommended].options'"
        })
final class Plan implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "A lab file, or a shipped lab such as v1 or my-rack.")
    private String lab = "";

    @Option(
            names = "--options",
            paramLabel = "FILE",
            description = "What could be bought; a file or the name of a shipped one (what the catalogue offers).")
    private Optional<String> options = Optional.empty();

    @Mixin
    private PlanOptions wanted = new PlanOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Plan(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Timings timings = new Timings(surroundings.nanos());
        Terminal terminal = surroundings.terminal();
        LabDesk desk = new LabDesk(surroundings.directory(), terminal.err());
        ReadLab read = desk.readUsable(lab);
        desk.warn(read, lab);
        PlanQuestion question = question(desk, read);
        surroundings.interruption().heed();
        Optional<ResultFolder> folder =
                output.folder(read.file().name(), LocalDateTime.now(surroundings.clock()), surroundings.directory());
        timings.lap("read");
        PlanResults results;
        try (StudyProgress progress =
                surroundings.progress("Planning for " + read.file().name())) {
            results = org.rackdrill.simulator.plan.Plan.run(question, progress);
        }
        timings.lap("simulate");
        if (results.points().isEmpty()) {
            throw new Refusal(ExitCode.INTERRUPTED, "Interrupted before there was an answer.");
        }
        print(results, folder, timings);
        return end(results).code();
    }

    private PlanQuestion question(LabDesk desk, ReadLab read) {
        if (options.isEmpty()) {
            Shelf shelf = Shelves.generic(read.lab(), desk.rewriting(read), wanted.threads());
            return wanted.ask(read, shelf, new PlanResults.Source("", ""), Version.number());
        }
        OptionsDesk counter = new OptionsDesk(surroundings.directory(), desk);
        LabFile file = counter.find(options.get());
        Shelves.Filled filled = Shelves.of(
                counter.readUsable(file, read, surroundings.terminal().err()), file);
        return wanted.ask(read, filled.shelf(), filled.source(), Version.number());
    }

    private void print(PlanResults results, Optional<ResultFolder> folder, Timings timings) {
        Terminal terminal = surroundings.terminal();
        Outlet forPeople = output.json() ? terminal.err() : terminal.out();
        forPeople.coloured(PlanSummary.text(results, NextCommand.of("simulate", lab), forPeople.colour()));
        forPeople.flush();
        long histories = results.search().searchHistories()
                + (long) results.search().histories() * results.points().size();
        folder.ifPresent(there -> {
            ReportFiles files = new ReportFiles(there, Surroundings.typed(spec), LocalDate.now(surroundings.clock()));
            files.write(results);
            timings.lap("report");
            files.write(timings.json(Version.number(), wanted.threads(), histories));
            terminal.err().line("Report: " + there.shown(ReportFiles.PAGE));
        });
        if (output.json()) {
            byte[] json = ResultsJson.write(results);
            terminal.out().document(output.timings() ? timings.into(json, wanted.threads(), histories) : json);
        }
    }

    private ExitCode end(PlanResults results) {
        if (results.partial()) {
            surroundings.terminal().err().line("Interrupted: this is what was known by then.");
            return ExitCode.INTERRUPTED;
        }
        return results.meets() ? ExitCode.GOOD : ExitCode.MISSED;
    }
}
