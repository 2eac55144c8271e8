package org.rackdrill.cli;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.hunt.Goal;
import org.rackdrill.chaos.hunt.GoalText;
import org.rackdrill.chaos.hunt.Quarry;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.hunting.HuntReport;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.OutputOptions;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.output.Timings;
import org.rackdrill.cli.study.Computing;
import org.rackdrill.cli.study.Count;
import org.rackdrill.cli.study.StudyProgress;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.model.quantity.BadText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill hunt}: what it takes to break a goal. */
@Command(
        name = "hunt",
        header = "Find the smallest sets of faults that break a goal, as drills.",
        description = {
            "%nEvery set of up to three faults of a fixed list is tried in the simulator, at",
            "three starts in one week. What breaks the goal is made as small as it can be",
            "and written as a drill. Exits with 1 when something does."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill hunt v1 --goal \"jellyfin 99.9%%\"",
            "  rackdrill hunt my-lab.yaml --goal \"no data lost beyond 1 h\" --out hunted",
            "  rackdrill hunt v1 --goal \"immich 99%% of a month\" --most 2 --json -"
        })
final class Hunt implements Callable<Integer> {
    private static final int MOST = org.rackdrill.chaos.hunt.Hunt.MOST_FAULTS;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "A lab file, or a shipped lab such as v1 or my-rack.")
    private String lab = "";

    @Option(
            names = "--goal",
            paramLabel = "GOAL",
            defaultValue = "no data lost",
            description = {
                "SERVICE 99.9%%, of a week, month or year;",
                "or no data lost, beyond a time (${DEFAULT-VALUE})."
            })
    private String goal = "";

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "" + MOST,
            converter = Count.class,
            description = "Faults in one set, from 1 to " + MOST + " (${DEFAULT-VALUE}).")
    private int most = MOST;

    @Mixin
    private Computing computing = new Computing();

    @Option(
            names = "--drills",
            paramLabel = "N",
            defaultValue = "100",
            converter = Count.class,
            description = "Drills that are written at most (${DEFAULT-VALUE}).")
    private int drills = 1;

    @Mixin
    private OutputOptions output = new OutputOptions();

    Hunt(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (most > MOST) {
            throw new Refusal(
                    ExitCode.USAGE, "--most takes 1 to " + MOST + ": more faults in one week are not hunted.");
        }
        Timings timings = new Timings(surroundings.nanos());
        Terminal terminal = surroundings.terminal();
        LabDesk desk = new LabDesk(surroundings.directory(), terminal.err());
        ReadLab read = desk.readUsable(lab);
        desk.warn(read, lab);
        Goal wanted = goal(read);
        surroundings.interruption().heed();
        Optional<ResultFolder> folder =
                output.folder(read.file().name(), LocalDateTime.now(surroundings.clock()), surroundings.directory());
        timings.lap("read");
        Quarry quarry = hunt(read, wanted);
        timings.lap("simulate");
        long tries = quarry.tried().stream().mapToLong(Long::longValue).sum();
        surroundings.refuseNothing(tries);
        HuntReport report = new HuntReport(read, lab, surroundings.directory(), quarry, folder, drills);
        Outlet forPeople = output.json() ? terminal.err() : terminal.out();
        forPeople.heading(report.lines().get(0));
        report.lines().stream().skip(1).forEach(forPeople::line);
        forPeople.flush();
        report.write(Version.number()).forEach(terminal.err()::line);
        if (output.json()) {
            byte[] json = report.json(Version.number());
            terminal.out().document(output.timings() ? timings.into(json, computing.threads(), tries) : json);
        }
        return surroundings
                .interrupted(tries, "tries")
                .orElse(quarry.findings().isEmpty() ? ExitCode.GOOD : ExitCode.MISSED)
                .code();
    }

    private Goal goal(ReadLab read) {
        try {
            return GoalText.read(goal, read.lab());
        } catch (BadText bad) {
            throw new Refusal(ExitCode.USAGE, "--goal: " + bad.what() + ". " + bad.fix());
        }
    }

    private Quarry hunt(ReadLab read, Goal wanted) {
        SimulatedLab simulated = new SimulatedLab(read.lab(), read.reading().hash());
        try (StudyProgress progress =
                surroundings.progress("Hunting in " + read.file().name())) {
            return new org.rackdrill.chaos.hunt.Hunt(simulated, wanted, computing.seed(), most)
                    .run(computing.threads(), progress);
        }
    }
}
