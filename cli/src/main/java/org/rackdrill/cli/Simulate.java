package org.rackdrill.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.output.ReportFiles;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.output.Timings;
import org.rackdrill.cli.study.EditReader;
import org.rackdrill.cli.study.EngineOptions;
import org.rackdrill.cli.study.GoalCheck;
import org.rackdrill.cli.study.Plenty;
import org.rackdrill.cli.study.StudyOptions;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.reports.TerminalSummary;
import org.rackdrill.simulator.exact.Exponentialised;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Extra;
import org.rackdrill.simulator.study.Machines;
import org.rackdrill.simulator.study.ManyMachines;
import org.rackdrill.simulator.study.Question;
import org.rackdrill.simulator.study.Results;
import org.rackdrill.simulator.study.Variant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rackdrill simulate}: the answer about one lab. */
@Command(
        name = "simulate",
        header = "Find out how available a lab will be, and what is to blame.",
        description = "%nAvailability, data loss, power and cost in one run.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill simulate v1",
            "  rackdrill simulate v1 --precision 1%% --engine spark --master spark://10.0.0.5:7077",
            "  rackdrill simulate my-lab.yaml --check --precision 2%%",
            "  rackdrill simulate v1 --what-if node2.repair=1d",
            "  rackdrill simulate v1 --exponentialised",
            "  rackdrill simulate v1 --json - | jq '.services[].name'"
        })
final class Simulate implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "A lab file, or a shipped lab such as v1 or my-rack.")
    private String lab = "";

    @Mixin
    private StudyOptions study = new StudyOptions();

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Option(
            names = "--histories",
            paramLabel = "N",
            converter = Plenty.class,
            description =
                    "Simulate so many histories at least, whatever the precision (" + Question.DEFAULT_HISTORIES + ").")
    private int histories = Question.DEFAULT_HISTORIES;

    @Option(names = "--check", description = "Exit with 1 when a goal is missed, with 2 when it may be.")
    private boolean check;

    @Option(
            names = "--what-if",
            paramLabel = "PATH=VALUE",
            converter = EditReader.class,
            description = "What this change would make of it, in about a second; paths as explain prints them.")
    private List<Edit> whatIf = List.of();

    @Option(
            names = "--rare",
            description = "Simulate how disks alone lose the data, even where that takes half a minute.")
    private boolean rare;

    @Option(
            names = "--exponentialised",
            description = "Simulate the lab's Markov variant, which has an exact answer to compare with.")
    private boolean exponentialised;

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Simulate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        engine.mistake(!whatIf.isEmpty() ? "--what-if" : exponentialised ? "--exponentialised" : "")
                .ifPresent(mistake -> {
                    throw new ParameterException(spec.commandLine(), mistake);
                });
        Timings timings = new Timings(surroundings.nanos());
        Terminal terminal = surroundings.terminal();
        LabDesk desk = new LabDesk(surroundings.directory(), terminal.err());
        ReadLab read = desk.readUsable(lab);
        desk.warn(read, lab);
        surroundings.interruption().heed();
        if (!whatIf.isEmpty()) {
            return whatIf(desk, read, timings).code();
        }
        Optional<ResultFolder> folder =
                output.folder(read.file().name(), LocalDateTime.now(surroundings.clock()), surroundings.directory());
        timings.lap("read");

        Question question =
                asked(study.ask(read.lab(), read.file().name(), read.reading().hash(), Version.number())
                        .fromAtLeast(histories)
                        .rewritable(desk.rewriting(read)));
        Results results = run(rare ? question.and(Extra.RARE) : question, read.file());
        timings.lap("simulate");
        surroundings.refuseNothing(results.histories());

        Outlet forPeople = output.json() ? terminal.err() : terminal.out();
        forPeople.coloured(TerminalSummary.text(results, NextCommand.of("explain", lab), forPeople.colour()));
        forPeople.flush();
        folder.ifPresent(there -> write(there, results, timings));
        if (output.json()) {
            byte[] json = ResultsJson.write(results);
            terminal.out().document(output.timings() ? timings.into(json, study.threads(), results.histories()) : json);
        }
        return end(results).code();
    }

    /** Returns the question about the lab that is to be simulated: the one that was named, or its variant. */
    private Question asked(Question question) {
        Lab named = question.lab();
        return exponentialised
                ? question.about(
                        Exponentialised.of(named),
                        new Variant(Exponentialised.SENTENCE, Exponentialised.leavesOut(named)))
                : question;
    }

    private Results run(Question question, LabFile file) {
        ManyMachines.LabText text = new ManyMachines.LabText(file.fileName(), file.bytes());
        try (StudyProgress progress = surroundings.progress("Simulating " + question.name());
                Machines machines = engine.machines(text, progress)) {
            return surroundings.engine().run(question, machines, progress);
        }
    }

    /** Compares the lab with itself, changed: no files, and no more than the difference needs. */
    private ExitCode whatIf(LabDesk desk, ReadLab read, Timings timings) {
        Terminal terminal = surroundings.terminal();
        List<Question> questions = List.of(
                asked(study.quick(read.lab(), read.file().name(), Version.number())),
                asked(study.quick(desk.edited(read, whatIf), read.file().name() + " changed", Version.number())));
        timings.lap("read");
        Comparison comparison;
        try (StudyProgress progress = surroundings.progress("Simulating both")) {
            comparison = surroundings.engine().compare(questions, progress);
        }
        int histories = comparison.labs().stream().mapToInt(Results::histories).sum();
        timings.lap("simulate");
        surroundings.refuseNothing(histories);
        Outlet forPeople = output.json() ? terminal.err() : terminal.out();
        forPeople.coloured(TerminalSummary.comparison(comparison, NextCommand.of("simulate", lab), forPeople.colour()));
        forPeople.flush();
        if (output.json()) {
            byte[] json = ResultsJson.write(comparison);
            terminal.out().document(output.timings() ? timings.into(json, study.threads(), histories) : json);
        }
        return surroundings.interruption().requested() ? ExitCode.INTERRUPTED : ExitCode.GOOD;
    }

    private void write(ResultFolder folder, Results results, Timings timings) {
        ReportFiles files = new ReportFiles(folder, Surroundings.typed(spec), LocalDate.now(surroundings.clock()));
        files.write(results);
        timings.lap("report");
        files.write(timings.json(Version.number(), study.threads(), results.histories()));
        surroundings.terminal().err().line("Report: " + folder.shown(ReportFiles.PAGE));
    }

    private ExitCode end(Results results) {
        Outlet err = surroundings.terminal().err();
        if (surroundings.interruption().requested()) {
            err.line("Interrupted: this is what " + results.histories() + " histories say.");
            return ExitCode.INTERRUPTED;
        }
        if (!check) {
            return ExitCode.GOOD;
        }
        GoalCheck goals = new GoalCheck(results);
        err.line(goals.sentence());
        return goals.exitCode();
    }
}
