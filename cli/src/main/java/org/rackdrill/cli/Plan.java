package org.rackdrill.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.input.OptionsDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.planning.PlanOptions;
import org.rackdrill.cli.planning.Shelves;
import org.rackdrill.cli.study.StudyProgress;
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
        Inquiry inquiry = new Inquiry(surroundings, spec, output);
        ReadLab read = inquiry.read(lab);
        PlanQuestion question = question(inquiry.desk(), read);
        inquiry.begin(read.file().name());
        PlanResults results;
        try (StudyProgress progress =
                surroundings.progress("Planning for " + read.file().name())) {
            results = org.rackdrill.simulator.plan.Plan.run(question, progress);
        }
        inquiry.computed();
        surroundings.refuseNothing(results.points().size());
        PlanResults.Searched search = results.search();
        inquiry.deliver(new Inquiry.Answer(
                colour -> PlanSummary.text(results, NextCommand.of("simulate", lab), colour),
                files -> files.write(results),
                () -> ResultsJson.write(results),
                wanted.threads(),
                search.searchHistories()
                        + (long) search.histories() * results.points().size()));
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

    private ExitCode end(PlanResults results) {
        if (results.partial()) {
            surroundings.terminal().err().line("Interrupted: this is what was known by then.");
            return ExitCode.INTERRUPTED;
        }
        return results.meets() ? ExitCode.GOOD : ExitCode.MISSED;
    }
}
