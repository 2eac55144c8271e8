package org.rackdrill.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.study.EditReader;
import org.rackdrill.cli.study.EngineOptions;
import org.rackdrill.cli.study.GoalCheck;
import org.rackdrill.cli.study.Plenty;
import org.rackdrill.cli.study.StudyOptions;
import org.rackdrill.cli.study.StudyProgress;
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
        Inquiry inquiry = new Inquiry(surroundings, spec, output);
        ReadLab read = inquiry.read(lab);
        if (!whatIf.isEmpty()) {
            return whatIf(inquiry, read).code();
        }
        inquiry.begin(read.file().name());
        Question question =
                asked(study.ask(read.lab(), read.file().name(), read.reading().hash(), Version.number())
                        .fromAtLeast(histories)
                        .rewritable(inquiry.desk().rewriting(read)));
        Results results = run(rare ? question.and(Extra.RARE) : question, read.file());
        inquiry.computed();
        surroundings.refuseNothing(results.histories());
        inquiry.deliver(new Inquiry.Answer(
                colour -> TerminalSummary.text(results, NextCommand.of("explain", lab), colour),
                files -> files.write(results),
                () -> ResultsJson.write(results),
                study.threads(),
                results.histories()));
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
    private ExitCode whatIf(Inquiry inquiry, ReadLab read) {
        List<Question> questions = List.of(
                asked(study.quick(read.lab(), read.file().name(), Version.number())),
                asked(study.quick(
                        inquiry.desk().edited(read, whatIf), read.file().name() + " changed", Version.number())));
        inquiry.begin();
        Comparison comparison;
        try (StudyProgress progress = surroundings.progress("Simulating both")) {
            comparison = surroundings.engine().compare(questions, progress);
        }
        inquiry.computed();
        surroundings.refuseNothing(comparison.fewestHistories());
        inquiry.deliver(new Inquiry.Answer(
                colour -> TerminalSummary.comparison(comparison, NextCommand.of("simulate", lab), colour),
                files -> {},
                () -> ResultsJson.write(comparison),
                study.threads(),
                comparison.histories()));
        return surroundings.interrupted(comparison.histories(), "histories").orElse(ExitCode.GOOD);
    }

    private ExitCode end(Results results) {
        return surroundings
                .interrupted(results.histories(), "histories")
                .orElseGet(() -> check ? checked(results) : ExitCode.GOOD);
    }

    private ExitCode checked(Results results) {
        GoalCheck goals = new GoalCheck(results);
        surroundings.terminal().err().line(goals.sentence());
        return goals.exitCode();
    }
}
