package org.rackdrill.cli;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.NextCommand;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.output.ReportFiles;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.output.Timings;
import org.rackdrill.cli.study.Computing;
import org.rackdrill.cli.study.Day;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
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
        Timings timings = new Timings(surroundings.nanos());
        Terminal terminal = surroundings.terminal();
        LabDesk desk = new LabDesk(surroundings.directory(), terminal.err());
        ReadLab read = desk.readUsable(lab);
        desk.warn(read, lab);
        surroundings.interruption().heed();
        Optional<ResultFolder> folder =
                output.folder(read.file().name(), LocalDateTime.now(surroundings.clock()), surroundings.directory());
        timings.lap("read");

        org.rackdrill.simulator.capacity.Capacity capacity = run(read);
        timings.lap("simulate");

        Outlet forPeople = output.json() ? terminal.err() : terminal.out();
        forPeople.coloured(CapacitySummary.text(capacity, NextCommand.of("simulate", lab), forPeople.colour()));
        forPeople.flush();
        folder.ifPresent(there -> write(there, capacity, timings));
        if (output.json()) {
            byte[] json = CapacityJson.write(capacity);
            long requests = capacity.simulated().requests();
            terminal.out().document(output.timings() ? timings.into(json, computing.threads(), requests) : json);
        }
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

    private void write(ResultFolder folder, org.rackdrill.simulator.capacity.Capacity capacity, Timings timings) {
        ReportFiles files = new ReportFiles(folder, Surroundings.typed(spec), LocalDate.now(surroundings.clock()));
        files.write(capacity);
        timings.lap("report");
        files.write(timings.json(
                Version.number(), computing.threads(), capacity.simulated().requests()));
        surroundings.terminal().err().line("Report: " + folder.shown(ReportFiles.PAGE));
    }
}
