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
import org.rackdrill.cli.terminal.Outlet;

/**
 * Where measurements of a lab come from: journals of its drills, one by one or in folders. What cannot be used is said and
 * left out; what belongs to another lab is refused, since nothing that was measured there is true here.
 */
public final class Sources {
    private static final String JOURNAL = ".journal";

    private final ReadLab lab;
    private final Path directory;
    private final Outlet err;
    private final List<Evidence> evidence = new ArrayList<>();
    private final Set<Path> files = new TreeSet<>();
    private int earlier;

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
    }

    /**
     * Reads what people name, each a journal or a folder of them.
     *
     * @param option by which they named it
     * @return what was measured; never nothing
     */
    public List<Evidence> read(String option, List<String> paths) {
        evidence.clear();
        earlier = 0;
        for (String path : paths) {
            InputFile named = InputFile.of(path, directory);
            if (Files.isDirectory(named.path())) {
                folder(named);
            } else {
                journal(named);
            }
        }
        if (evidence.stream().allMatch(it -> it.took().isEmpty())) {
            throw new Refusal(
                    ExitCode.BAD_INPUT,
                    option + " " + String.join(" ", paths)
                            + ": no run of a drill there has measured how long anything took.");
        }
        if (earlier > 0) {
            err.line(earlier + " of " + evidence.size()
                    + " journals were made when the text of this lab was another one; what they measured is used.");
        }
        return List.copyOf(evidence);
    }

    private void folder(InputFile folder) {
        List<Path> journals;
        try (Stream<Path> all = Files.walk(folder.path())) {
            journals = all.filter(it -> it.toString().endsWith(JOURNAL) && Files.isRegularFile(it))
                    .sorted()
                    .toList();
        } catch (UncheckedIOException e) {
            throw unreadable(folder, Optional.ofNullable(e.getCause()).orElseGet(() -> new IOException(e)));
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
        if (journals.isEmpty()) {
            throw new Refusal(ExitCode.BAD_INPUT, "'" + folder.shown() + "' holds no journal of a drill.");
        }
        for (Path journal : journals) {
            String shown = Path.of(folder.shown())
                    .resolve(folder.path().relativize(journal))
                    .toString();
            journal(new InputFile(journal, shown));
        }
    }

    private static Refusal unreadable(InputFile folder, IOException why) {
        return new Refusal(ExitCode.BAD_INPUT, "cannot read '" + folder.shown() + "': " + Reason.of(why) + ".");
    }

    private void journal(InputFile file) {
        Recovered recovered = Recovered.of(file.read(Journals.MOST_BYTES));
        if (!files.add(file.path().toAbsolutePath().normalize())) {
            throw new Refusal(
                    ExitCode.USAGE,
                    "'" + file.shown() + "' is named twice: no measurement counts twice, and none checks itself.");
        }
        if (recovered.records().isEmpty() || recovered.damage().isPresent()) {
            String why = recovered.damage().map(Object::toString).orElse("it is empty");
            leftOut(file, recovered.records().isEmpty() ? "it is no journal of a drill" : "it is damaged: " + why);
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
