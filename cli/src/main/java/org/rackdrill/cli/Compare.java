package org.rackdrill.cli;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.study.StudyOptions;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.reports.ResultsJson;
import org.rackdrill.reports.TerminalSummary;
import org.rackdrill.simulator.study.Comparison;
import org.rackdrill.simulator.study.Question;
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
        Inquiry inquiry = new Inquiry(surroundings, spec, output);
        List<Question> questions = questions(inquiry);
        inquiry.begin(questions.stream().map(Question::name).collect(Collectors.joining("-")));
        Comparison comparison = run(questions);
        int histories = comparison.histories();
        inquiry.computed();
        surroundings.refuseNothing(comparison.fewestHistories());
        inquiry.deliver(new Inquiry.Answer(
                colour -> TerminalSummary.comparison(
                        comparison, NextCommand.of("simulate", labs.get(labs.size() - 1)), colour),
                files -> files.write(comparison),
                () -> ResultsJson.write(comparison),
                study.threads(),
                histories));
        return surroundings
                .interrupted(histories, "histories")
                .orElse(ExitCode.GOOD)
                .code();
    }

    private List<Question> questions(Inquiry inquiry) {
        List<Question> questions = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String argument : labs) {
            ReadLab lab = inquiry.read(argument);
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
}
