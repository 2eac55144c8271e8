package org.rackdrill.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.check.Verdict;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Status;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.game.DrillFiles;
import org.rackdrill.cli.game.GameDay;
import org.rackdrill.cli.game.Journals;
import org.rackdrill.cli.game.Venue;
import org.rackdrill.cli.input.DrillDesk;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.input.LabDesk;
import org.rackdrill.cli.output.JsonOption;
import org.rackdrill.cli.output.ResultFolder;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.reports.DrillPlan;
import org.rackdrill.reports.DrillSummary;
import org.rackdrill.reports.drill.DrillJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code rackdrill drill}: a game day. */
@Command(
        name = "drill",
        header = "Run a game day: break things on purpose, and prove what happens then.",
        description = {
            "%nIn the simulator it costs nothing and takes no time. Before anything is",
            "broken, simulated runs say what is to be expected. A saved plan is run",
            "exactly as it is, or refused when its lab or its targets have changed."
        },
        sortOptions = false,
        subcommands = {DrillShow.class, DrillReplay.class},
        footerHeading = "%nExamples:%n",
        footer = {
            "  rackdrill drill a-node-dies",
            "  rackdrill drill first.drill.yaml --dry-run",
            "  rackdrill drill first.drill.yaml --plan-out first.json",
            "  rackdrill drill replay rackdrill-out/first-20270105-100000/first-1.journal"
        })
final class Drill implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(arity = "0..1", paramLabel = "DRILL", description = "A drill file, a shipped drill, or a saved plan.")
    private Optional<String> drill = Optional.empty();

    @Mixin
    private WorldOptions where = new WorldOptions();

    @Option(names = "--dry-run", description = "Show the plan and what is to be expected; break nothing.")
    private boolean dryRun;

    @Option(
            names = "--plan-out",
            paramLabel = "FILE",
            description = "Save the plan, to be run exactly later, and break nothing.")
    private Optional<String> planOut = Optional.empty();

    @Mixin
    private ForesightOptions foresight = new ForesightOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where to write the report (rackdrill-out/DRILL-TIME).")
    private Optional<String> out = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    Drill(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String argument = drill.orElseThrow(() ->
                new Refusal(ExitCode.USAGE, "a drill is missing: give a drill file or the name of a shipped drill."));
        where.check();
        Terminal terminal = surroundings.terminal();
        DrillDesk desk = new DrillDesk(surroundings.directory(), new LabDesk(surroundings.directory(), terminal.err()));
        GameDay day = GameDay.read(argument, surroundings.directory(), desk, terminal.err(), foresight.seed());
        surroundings.interruption().heed();
        BooleanSupplier stop = surroundings.interruption()::requested;
        try (Venue venue = where.venue(day, surroundings, stop)) {
            if (dryRun) {
                return dryRun(day, venue, stop).code();
            }
            if (planOut.isPresent()) {
                return save(
                                foresight.of(day, day.plan(venue, day.name()), venue.terms(day.drill()), stop),
                                planOut.get())
                        .code();
            }
            return run(day, venue, stop);
        }
    }

    private ExitCode dryRun(GameDay day, Venue venue, BooleanSupplier stop) {
        Planner.DryRun dry = day.dryRun(venue);
        Plan plan = foresight.of(day, dry.plan(), venue.terms(day.drill()), stop);
        Outlet out = surroundings.terminal().out();
        out.coloured(DrillPlan.text(new Planner.DryRun(plan, dry.looks()), out.colour()));
        planOut.ifPresent(file -> save(plan, file));
        return plan.refusals().isEmpty() ? ExitCode.GOOD : ExitCode.OPEN;
    }

    private ExitCode save(Plan plan, String file) {
        Path path = surroundings.directory().resolve(file);
        Path parent = Optional.ofNullable(path.getParent()).orElse(surroundings.directory());
        new ResultFolder(
                        parent,
                        String.valueOf(
                                Path.of(file).getParent() == null
                                        ? "."
                                        : Path.of(file).getParent()))
                .write(String.valueOf(path.getFileName()), Planner.file(plan));
        Outlet err = surroundings.terminal().err();
        err.line("Plan: " + file + ", to be run by: rackdrill drill " + ShellWords.quoted(file));
        plan.refusals().forEach(refusal -> err.line("It would be refused: " + refusal + "."));
        return plan.refusals().isEmpty() ? ExitCode.GOOD : ExitCode.OPEN;
    }

    private int run(GameDay day, Venue venue, BooleanSupplier stop) {
        Terminal terminal = surroundings.terminal();
        ResultFolder folder = out.map(name -> ResultFolder.named(name, surroundings.directory()))
                .orElseGet(() -> ResultFolder.fresh(
                        day.name(), LocalDateTime.now(surroundings.clock()), surroundings.directory()));
        Path journals = venue.journals(folder.path());
        Plan found = day.plan(venue, free(journals, day.name() + "-" + foresight.seed()));
        Plan plan = foresight.of(day, where.permitted(found, day, surroundings), venue.terms(day.drill()), stop);
        Outcome outcome = day.run(venue, plan, journals);
        where.remember(plan, outcome, surroundings);
        Path kept = journals.resolve(plan.journal());
        if (!Journals.holdsAnything(kept)) {
            throw new Refusal(ExitCode.UNAVAILABLE, "Nothing was done: " + outcome.why() + ".");
        }
        String journal = beside(folder, kept);
        Replay replay = Journals.replay(journal, surroundings.directory());
        Outlet forPeople = json.wanted() ? terminal.err() : terminal.out();
        String next = "rackdrill drill replay " + ShellWords.quoted(journal);
        forPeople.coloured(DrillSummary.text(replay, next, forPeople.colour()));
        forPeople.flush();
        if (json.wanted()) {
            terminal.out().document(DrillJson.write(replay, Version.number(), journal));
        } else {
            new DrillFiles(folder).write(replay, journal, terminal.err());
        }
        return code(outcome, surroundings.interruption().requested());
    }

    /** Real machines keep their journals together, to be reconciled; a copy stays with the report. */
    private static String beside(ResultFolder folder, Path journal) {
        String name = String.valueOf(journal.getFileName());
        if (!journal.equals(folder.path().resolve(name))) {
            folder.write(name, new InputFile(journal, journal.toString()).read(Journals.MOST_BYTES));
        }
        return folder.shown(name);
    }

    /** A run keeps its own journal beside those of others in the same directory. */
    private static String free(Path journals, String wanted) {
        String free = wanted;
        for (int i = 2; Files.exists(journals.resolve(Plan.journal(free))); i++) {
            free = wanted + "-" + i;
        }
        return free;
    }

    /** Returns the exit code; after a signal the process says so itself, unless something is left broken. */
    static int code(Outcome outcome, boolean interrupted) {
        boolean left = outcome.verdict() == Verdict.UNDO_FAILED;
        return interrupted && !left && outcome.status() == Status.INTERRUPTED
                ? ExitCode.INTERRUPTED.code()
                : outcome.exitCode();
    }
}
