package org.rackdrill.cli;

import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.study.Computing;
import org.rackdrill.cli.study.Day;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.reports.CapacityJson;
import org.rackdrill.reports.CapacitySummary;
import org.rackdrill.simulator.capacity.CapacityStudy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rackdrill capacity}: whether a lab can carry what is asked of it. */
@Command(
        name = "capacity",
        header = "Find out what a lab can carry, and what runs short first.",
        description = "%nDisks, space, memory, processors, copies and power: today, after a failure, in years.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill capacity v0",
            "  rackdrill capacity my-lab.yaml --out before-buying",
            "  rackdrill capacity v1 --json - | jq '.limits[0]'"
        })
final class Capacity implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "A lab file, or a shipped lab such as v1 or my-rack.")
    private String lab = "";

    @Mixin
    private Computing computing = new Computing();

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = Day.class,
            description = "The day from which years are counted, such as 2026-11-26 (today).")
    private Optional<LocalDate> asOf = Optional.empty();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    Capacity(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Inquiry inquiry = new Inquiry(surroundings, spec, output);
        ReadLab read = inquiry.read(lab);
        inquiry.begin(read.file().name());
        org.rackdrill.simulator.capacity.Capacity capacity = run(read);
        inquiry.computed();
        inquiry.deliver(new Inquiry.Answer(
                colour -> CapacitySummary.text(capacity, NextCommand.of("simulate", lab), colour),
                files -> files.write(capacity),
                () -> CapacityJson.write(capacity),
                computing.threads(),
                capacity.simulated().requests()));
        return (surroundings.interruption().requested() ? ExitCode.INTERRUPTED : ExitCode.GOOD).code();
    }

    private org.rackdrill.simulator.capacity.Capacity run(ReadLab read) {
        LocalDate today = asOf.orElseGet(() -> LocalDate.now(surroundings.clock()));
        try (StudyProgress progress =
                surroundings.progress("Measuring " + read.file().name())) {
            return CapacityStudy.run(
                    new CapacityStudy.Question(
                            read.lab(),
                            read.file().name(),
                            read.reading().hash(),
                            today,
                            computing.seed(),
                            computing.threads(),
                            Version.number()),
                    progress);
        } catch (CancellationException interrupted) {
            throw new Refusal(ExitCode.INTERRUPTED, "Interrupted before there was an answer.");
        }
    }
}
