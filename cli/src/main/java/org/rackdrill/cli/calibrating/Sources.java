package org.rackdrill.cli.calibrating;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rackdrill.chaos.calibration.Evidence;
import org.rackdrill.chaos.calibration.Given;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.chaos.drill.reading.Things;
import org.rackdrill.chaos.journal.Recovered;
import org.rackdrill.chaos.run.Plan;
import org.rackdrill.chaos.run.Replay;
import org.rackdrill.chaos.run.Unreadable;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.game.Journals;
import org.rackdrill.cli.input.InputFile;
import org.rackdrill.cli.input.ReadLab;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.terminal.Outlet;

/**
 * Where measurements of a lab come from: journals of its drills, and records of other tools, one by one or in folders. What
 * cannot be used is said and left out; what belongs to another lab is refused, since nothing that was measured there is true
 * here.
 */
public final class Sources {
    private static final String JOURNAL = ".journal";
    private static final int MOST_FILES = 100_000;
    private static final String NEITHER = "it is neither a journal of a drill nor a record of a format that is known";

    private final ReadLab lab;
    private final Path directory;
    private final Outlet err;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<Path> files = new TreeSet<>();
    private Records records;
    private int earlier;
    private int unknown;

    /**
     * What was measured.
     *
     * @param runs of drills
     * @param given what other tools have measured
     */
    public record Measured(List<Evidence> runs, List<Given> given) {
        public Measured {
            runs = List.copyOf(runs);
            given = List.copyOf(given);
        }
    }

    /**
     * Opens it.
     *
     * @param directory where a relative path starts
     * @param err where to say what is left out
     */
    public Sources(ReadLab lab, Path directory, Outlet err) {
        this.lab = lab;
        this.directory = directory;
        this.err = err;
        records = new Records(lab.lab());
    }

    /**
     * Reads what people name: files, or folders of them.
     *
     * @param option by which they named it
     * @return what was measured; never nothing
     */
    public Measured read(String option, List<String> paths) {
        evidence.clear();
        records = new Records(lab.lab());
        earlier = 0;
        unknown = 0;
        for (String path : paths) {
            InputFile named = InputFile.of(path, directory);
            if (Files.isDirectory(named.path())) {
                folder(named);
            } else {
                file(named, true);
            }
        }
        if (evidence.stream().allMatch(it -> it.took().isEmpty())
                && records.given().isEmpty()) {
            throw new Refusal(
                    ExitCode.BAD_INPUT,
                    option + " " + String.join(" ", paths) + ": nothing there has measured anything.");
        }
        if (earlier > 0) {
            err.line(earlier + " of " + evidence.size()
                    + " journals were made when the text of this lab was another one; what they measured is used.");
        }
        if (unknown > 0) {
            err.line(Amount.of(unknown, "file") + " of no format that is known " + (unknown == 1 ? "was" : "were")
                    + " passed over.");
        }
        return new Measured(evidence, records.given());
    }

    private void folder(InputFile folder) {
        List<Path> all;
        try (Stream<Path> below = Files.walk(folder.path())) {
            all = below.filter(Files::isRegularFile)
                    .limit(MOST_FILES + 1L)
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        if (all.size() > MOST_FILES) {
            throw new Refusal(ExitCode.BAD_INPUT, "'" + folder.shown() + "' holds more than 100,000 files.");
        }
        boolean any = false;
        for (Path file : all) {
            String shown = Path.of(folder.shown())
                    .resolve(folder.path().relativize(file))
                    .toString();
            boolean known = file(new InputFile(file, shown), false);
            unknown += known ? 0 : 1;
            any |= known;
        }
        if (!any) {
            throw new Refusal(
                    ExitCode.BAD_INPUT,
                    "'" + folder.shown() + "' holds no journal of a drill, and no record of a format that is known.");
        }
    }

    /**
     * Reads a file and says whether it is of a format that is known.
     *
     * @param named whether a person has named it, so that it is of one
     */
    private boolean file(InputFile file, boolean named) {
        if (!Files.isRegularFile(file.path())) {
            // Refused by its reader in its own words, unless it is a pipe.
            file.read(1);
        }
        once(file);
        boolean journal = file.path().toString().endsWith(JOURNAL);
        if (!journal && records.take(file)) {
            return true;
        }
        if (journal || named) {
            journal(file);
        }
        return journal || named;
    }

    private void once(InputFile file) {
        if (!files.add(file.path().toAbsolutePath().normalize())) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "'" + file.shown() + "' is named twice: no measurement counts twice, and none checks itself.");
        }
    }

    private static Refusal unreadable(InputFile folder, IOException why) {
        return new Refusal(ExitCode.BAD_INPUT, "cannot read '" + folder.shown() + "': " + Reason.of(why) + ".");
    }

    private void journal(InputFile file) {
        Recovered recovered = Recovered.of(file.read(Journals.MOST_BYTES));
        if (recovered.records().isEmpty() || recovered.damage().isPresent()) {
            String why = recovered.damage().map(Object::toString).orElse("it is empty");
            leftOut(file, recovered.records().isEmpty() ? NEITHER : "it is damaged: " + why);
            return;
        }
        try {
            Replay run = Replay.of(recovered);
            Optional<Plan> plan = run.plan();
            if (plan.isEmpty()) {
                leftOut(file, "it only undid what an earlier run had left");
            } else if (plan.get().world() == WorldKind.SIM) {
                leftOut(file, "it was simulated, and measured nothing");
            } else if (belongs(file, plan.get())) {
                Evidence.of(run).ifPresent(evidence::add);
            }
        } catch (Unreadable e) {
            leftOut(file, String.valueOf(e.getMessage()));
        }
    }

    private void leftOut(InputFile file, String why) {
        err.line("'" + file.shown() + "' is left out: " + why + ".");
    }

    /** The same text of the lab, or an earlier text of a lab of the same name in which the drill would find all it names. */
    private boolean belongs(InputFile file, Plan plan) {
        if (plan.labHash().equals(lab.reading().hash())) {
            return true;
        }
        String name = name(plan.drill().lab());
        if (!name.equals(lab.file().name())) {
            String where =
                    plan.world() == WorldKind.SANDBOX ? "in a sandbox, which stands for the lab " : "in the lab ";
            throw new Refusal(
                    ExitCode.BAD_INPUT,
                    "'" + file.shown() + "' was measured " + where + name + ", and says nothing of "
                            + lab.file().name() + ".");
        }
        Optional<String> lacking = new Things(lab.lab()).lacks(plan.drill());
        if (lacking.isPresent()) {
            leftOut(file, "its drill names " + lacking.get() + ", which the lab has no more");
            return false;
        }
        earlier++;
        return true;
    }

    private static String name(String lab) {
        return String.valueOf(Path.of(lab).getFileName()).replaceFirst("\\.ya?ml$", "");
    }
}
