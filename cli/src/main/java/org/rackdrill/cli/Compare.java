package org.rackdrill.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.output.ReportFiles;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.output.Timings;
import org.rackdrill.cli.study.StudyOptions;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.reports.TerminalSummary;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rackdrill compare}: the same question about several labs, under the same luck. */
@Command(
        name = "compare",
        header = "Put the same question to several labs, side by side.",
        description = "%nThe labs share their luck, so that small differences show.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  rackdrill compare v0 v1", "  rackdrill compare my-lab.yaml with-ups.yaml --precision 2%%"})
final class Compare implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            arity = "1..*",
            paramLabel = "LAB",
            description = "Two labs or more: files or shipped labs. The first is what the others are compared with.")
    private List<String> labs = List.of();

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Compare(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (labs.size() < 2) {
            throw new Refusal(ExitCode.USAGE, "compare needs at least two labs, such as 'rackdrill compare v0 v1'.");
        }
        Timings timings = new Timings(surroundings.nanos());
        Terminal terminal = surroundings.terminal();
        List<Question> questions = questions();
        String title = questions.stream().map(Question::name).collect(Collectors.joining("-"));
        surroundings.interruption().heed();
        Optional<ResultFolder> folder =
                output.folder(title, LocalDateTime.now(surroundings.clock()), surroundings.directory());
        timings.lap("read");

        Comparison comparison = run(questions);
        int histories = comparison.labs().stream().mapToInt(Results::histories).sum();
        timings.lap("simulate");
        surroundings.refuseNothing(histories);

        Outlet forPeople = output.json() ? terminal.err() : terminal.out();
        forPeople.coloured(TerminalSummary.comparison(
                comparison, NextCommand.of("simulate", labs.get(labs.size() - 1)), forPeople.colour()));
        forPeople.flush();
        folder.ifPresent(there -> write(there, comparison, timings, histories));
        if (output.json()) {
            byte[] json = ResultsJson.write(comparison);
            terminal.out().document(output.timings() ? timings.into(json, study.threads(), histories) : json);
        }
        if (surroundings.interruption().requested()) {
            terminal.err().line("Interrupted: this is what " + histories + " histories say.");
            return ExitCode.INTERRUPTED.code();
        }
        return ExitCode.GOOD.code();
    }

    private List<Question> questions() {
        LabDesk desk =
                new LabDesk(surroundings.directory(), surroundings.terminal().err());
        List<Question> questions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String argument : labs) {
            ReadLab lab = desk.readUsable(argument);
            desk.warn(lab, argument);
            String name = lab.file().name();
            for (int i = 2; !names.add(name); i++) {
                name = lab.file().name() + "-" + i;
            }
            questions.add(study.ask(lab.lab(), name, lab.reading().hash(), Version.number()));
        }
        return questions;
    }

    private Comparison run(List<Question> questions) {
        try (StudyProgress progress = surroundings.progress("Comparing " + questions.size() + " labs")) {
            return surroundings.engine().compare(questions, progress);
        }
    }

    private void write(ResultFolder folder, Comparison comparison, Timings timings, int histories) {
        ReportFiles files = new ReportFiles(folder, Surroundings.typed(spec), LocalDate.now(surroundings.clock()));
        files.write(comparison);
        timings.lap("report");
        files.write(timings.json(Version.number(), study.threads(), histories));
        surroundings.terminal().err().line("Report: " + folder.shown(ReportFiles.PAGE));
    }
}
