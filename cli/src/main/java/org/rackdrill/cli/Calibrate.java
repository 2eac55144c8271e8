package org.rackdrill.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rackdrill.chaos.calibration.Calibrated;
import org.rackdrill.chaos.calibration.Calibration;
import org.rackdrill.chaos.calibration.Coverage;
import org.rackdrill.chaos.calibration.Evidence;
import org.rackdrill.chaos.calibration.Found;
import org.rackdrill.chaos.calibration.MeasuredLab;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.calibrating.CalibrationText;
import org.rackdrill.cli.calibrating.Sources;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.study.Computing;
import org.rackdrill.cli.study.Count;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.model.reading.LabText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill calibrate}: what was measured makes a lab file more exact. */
@Command(
        name = "calibrate",
        header = "Make a lab file more exact by what was measured in that lab.",
        description = {
            "%nDurations that the file states, and how far they scatter, are fitted to the",
            "journals of drills, from the file's own ranges on. Records of other tools",
            "(fio, zpool iostat, iostat -x, smartctl, zpool status, drive days, heartbeats",
            "of Uptime Kuma) make rates, disks and loads more exact. Without --out or",
            "--write nothing is written. With --check, runs that were kept out are compared",
            "with what is to be expected now: exits with 1 when fewer than 90 %% of their",
            "durations lie in the 95 %% intervals, or these are wide."
        },
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill calibrate my-lab.yaml --from rackdrill-out/ --write",
            "  rackdrill calibrate my-lab.yaml --from measured/node1/tank/ kuma.csv",
            "  rackdrill calibrate sandbox --from run1 --check run2 --out sandbox.yaml"
        })
final class Calibrate implements Callable<Integer> {
    private static final int PLANE = 300;
    private static final int RUNS = 1_000;
    private static final double ENOUGH = 0.9;
    private static final double NARROW = 0.5;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "LAB", description = "A lab file, or the name of a shipped lab.")
    private String lab = "";

    @Option(
            names = "--from",
            paramLabel = "PATH",
            arity = "1..*",
            required = true,
            description = "Journals of drills in this lab, records of other tools, or folders of them.")
    private List<String> from = List.of();

    @Option(
            names = "--check",
            paramLabel = "PATH",
            arity = "1..*",
            description = "Other journals: how many of their durations lie where they should.")
    private List<String> check = List.of();

    @Option(names = "--out", paramLabel = "FILE", description = "Write the lab file as it is now.")
    private Optional<String> out = Optional.empty();

    @Option(names = "--write", description = "Write it in the place of LAB.")
    private boolean write;

    @Mixin
    private Computing computing = new Computing();

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "" + PLANE,
            converter = Count.class,
            description = "Simulated runs of each drill in each round (${DEFAULT-VALUE}).")
    private int runs = PLANE;

    Calibrate(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Terminal terminal = surroundings.terminal();
        LabDesk desk = new LabDesk(surroundings.directory(), terminal.err());
        ReadLab read = desk.readUsable(lab);
        Path place = surroundings.directory().resolve(lab);
        if (write && (out.isPresent() || !Files.isRegularFile(place))) {
            throw new Refusal(
                    ExitCode.USAGE,
                    out.isPresent()
                            ? "--out and --write are two places for one file; give one of them."
                            : "'" + lab + "' is shipped and cannot be written; --out FILE writes a copy of it.");
        }
        Sources sources = new Sources(read, surroundings.directory(), terminal.err());
        Sources.Measured measured = sources.read("--from", from);
        List<Evidence> kept = check.isEmpty() ? List.of() : runs(sources.read("--check", check));
        List<Edit> edits = new ArrayList<>();
        if (!measured.given().isEmpty()) {
            edits.addAll(records(read, measured));
        }
        List<Edit> fitted = measured.runs().isEmpty() ? List.of() : fitted(desk, read, measured.runs());
        edits.addAll(fitted);
        save(desk, read, edits);
        return check(desk, read, fitted, kept).code();
    }

    private static List<Evidence> runs(Sources.Measured kept) {
        if (kept.runs().isEmpty()) {
            throw new Refusal(ExitCode.USAGE, "--check compares runs of drills; there is no journal among these.");
        }
        return kept.runs();
    }

    /** What other tools tell. */
    private List<Edit> records(ReadLab read, Sources.Measured measured) {
        Found found = MeasuredLab.learn(read.lab(), read.reading().explained(), measured.given());
        say(CalibrationText.headline(read.file().name(), found, measured.given().size()), CalibrationText.lines(found));
        return found.moved().stream().flatMap(it -> it.edits().stream()).toList();
    }

    /** What drills tell. */
    private List<Edit> fitted(LabDesk desk, ReadLab read, List<Evidence> runs) {
        Calibrated found = new Calibration(
                        read.lab(),
                        read.reading().explained(),
                        desk.rewriting(read),
                        runs,
                        new Calibration.Setting(computing.seed(), this.runs, computing.threads()))
                .run();
        say(CalibrationText.headline(read.file().name(), found), CalibrationText.lines(found));
        return found.edits();
    }

    private void say(String headline, List<String> lines) {
        Outlet forPeople = surroundings.terminal().out();
        forPeople.heading(headline);
        lines.forEach(forPeople::line);
        forPeople.flush();
    }

    private void save(LabDesk desk, ReadLab read, List<Edit> edits) {
        Outlet err = surroundings.terminal().err();
        LabText.Written written = desk.written(read, edits);
        written.left().forEach(edit -> err.line("Write this by hand, its place is not a plain one: " + edit));
        String file = write ? lab : out.orElse("");
        if (file.isEmpty()) {
            err.line("Nothing was written; --out FILE writes the lab file as it is now.");
            return;
        }
        Path path = InputFile.of(file, surroundings.directory()).path();
        Path parent = Optional.ofNullable(path.getParent()).orElse(surroundings.directory());
        new ResultFolder(parent, String.valueOf(parent))
                .write(String.valueOf(path.getFileName()), written.text().getBytes(StandardCharsets.UTF_8));
        err.line("Lab: " + file + "; rackdrill validate " + ShellWords.quoted(file));
    }

    private ExitCode check(LabDesk desk, ReadLab read, List<Edit> edits, List<Evidence> kept) {
        if (kept.isEmpty()) {
            return ExitCode.GOOD;
        }
        Lab now = desk.rewriting(read).with(edits).orElse(read.lab());
        Coverage coverage = Coverage.of(
                new SimulatedLab(now, read.reading().hash()), kept, computing.seed(), RUNS, computing.threads());
        CalibrationText.lines(coverage).forEach(surroundings.terminal().out()::line);
        if (coverage.compared().isEmpty()) {
            return ExitCode.OPEN;
        }
        boolean enough = coverage.inside() >= ENOUGH * coverage.compared().size();
        return enough && CalibrationText.share(coverage) <= NARROW ? ExitCode.GOOD : ExitCode.MISSED;
    }
}
