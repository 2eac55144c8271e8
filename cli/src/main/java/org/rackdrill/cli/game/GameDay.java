package org.rackdrill.cli.game;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.chaos.drill.reading.DrillReading;
import org.rackdrill.chaos.journal.FileDisk;
import org.rackdrill.chaos.run.Outcome;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Planner;
import org.rackdrill.chaos.run.Runner;
import org.rackdrill.chaos.run.Terms;
import org.rackdrill.chaos.run.Unreadable;
import org.rackdrill.chaos.simulated.SimulatedLab;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.DrillDesk;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.terminal.Outlet;

/**
 * A drill with its lab, ready to be run.
 *
 * @param name of the file, without its ends
 * @param saved the plan that has to be run exactly; none: the drill is planned now
 * @param seed of what luck decides
 */
public record GameDay(String name, Drill drill, SimulatedLab lab, Optional<Plan> saved, long seed) {
    private static final int MOST_BYTES = 64 << 20;
    private static final int LONGEST_NAME = 60;

    /** Reads a drill, or a plan that was saved. */
    public static GameDay read(String argument, Path directory, DrillDesk desk, Outlet err, long seed) {
        Optional<Plan> saved = plan(argument, directory);
        if (saved.isPresent()) {
            Drill drill = saved.get().drill();
            ReadLab lab = desk.labOf(drill.lab(), directory.resolve(argument));
            return new GameDay(plain(argument), drill, simulated(lab), saved, seed);
        }
        LabFile file = desk.drill(argument);
        DrillReading reading = desk.readUsable(file, err);
        Drill drill = reading.drill().orElseThrow();
        ReadLab lab = desk.labOf(drill.lab(), Path.of(file.fileName()));
        return new GameDay(plain(file.name()), drill, simulated(lab), Optional.empty(), seed);
    }

    private static SimulatedLab simulated(ReadLab lab) {
        return new SimulatedLab(lab.lab(), lab.reading().hash());
    }

    private static Optional<Plan> plan(String argument, Path directory) {
        InputFile file = InputFile.of(argument, directory);
        if (!Files.isRegularFile(file.path())) {
            return Optional.empty();
        }
        byte[] bytes = file.read(MOST_BYTES);
        if (bytes.length == 0 || bytes[0] != '{') {
            return Optional.empty();
        }
        try {
            return Optional.of(Planner.read(bytes));
        } catch (Unreadable e) {
            throw new Refusal(ExitCode.BAD_INPUT, "'" + argument + "': " + e.getMessage() + ".");
        }
    }

    private static String plain(String name) {
        String last = String.valueOf(Path.of(name).getFileName());
        String stem = last.replaceFirst("(\\.drill)?(\\.(ya?ml|json))?$", "").replaceAll("[^A-Za-z0-9._-]+", "-");
        return stem.length() > LONGEST_NAME ? stem.substring(0, LONGEST_NAME) : stem;
    }

    /** Returns what would be done, and what the probes see now; nothing is changed. */
    public Planner.DryRun dryRun(Venue venue) {
        return new Planner(venue.world(drill)).dryRun(drill, name);
    }

    /** Returns the plan of a run: the one that was saved, or one that is made now. */
    public Plan plan(Venue venue, String run) {
        return saved.orElseGet(() -> new Planner(venue.world(drill)).plan(drill, run));
    }

    /** Returns a plan with what is to be expected of it in a run that keeps certain times. */
    public Plan foreseen(Plan plan, Terms terms, int runs, int threads, BooleanSupplier stop) {
        return plan.with(lab.predict(drill, terms, seed, runs, threads, stop));
    }

    /**
     * Runs a plan.
     *
     * @param journals where its journal goes
     */
    public Outcome run(Venue venue, Plan plan, Path journals) {
        try {
            return new Runner(venue.world(drill), new FileDisk(journals), venue.terms(drill)).run(plan);
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.UNAVAILABLE, "the journal cannot be kept in '" + journals + "': " + Reason.of(e) + ".");
        }
    }
}
