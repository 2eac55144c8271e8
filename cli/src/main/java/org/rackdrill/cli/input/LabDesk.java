package org.rackdrill.cli.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.output.Amount;
import org.rackdrill.cli.output.ProblemList;
import org.rackdrill.cli.terminal.Outlet;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.BadEdit;
import org.rackdrill.model.reading.Edit;
import org.rackdrill.model.reading.Editing;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.LabText;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.simulator.study.Rewriting;

/** Where labs are handed in: finds them, reads them, and says what is wrong with them. */
public final class LabDesk {
    private static final int FEW = 2;

    private final Path directory;
    private final Outlet outlet;
    private final LabReader reader;

    /**
     * Opens the desk.
     *
     * @param directory where relative paths start
     * @param outlet where to say what is wrong
     */
    public LabDesk(Path directory, Outlet outlet) {
        this.directory = directory;
        this.outlet = outlet;
        this.reader = new LabReader(Catalogue.load());
    }

    /** Reads a lab, right or wrong. */
    public ReadLab read(String argument) {
        LabFile file = LabArgument.find(argument, directory);
        return new ReadLab(file, reader.read(file.fileName(), file.bytes()));
    }

    /** Reads a lab that a command can work with, or says everything that is wrong with it. */
    public ReadLab readUsable(String argument) {
        ReadLab lab = read(argument);
        List<Problem> errors = lab.problems(Severity.ERROR);
        if (!errors.isEmpty()) {
            new ProblemList(outlet).print(lab.file(), errors);
            throw new Refusal(
                    ExitCode.BAD_INPUT, lab.file().fileName() + " has " + Amount.of(errors.size(), "error") + ".");
        }
        return lab;
    }

    /** Returns a lab as some edits make it; an edit that cannot be is refused with what was probably meant. */
    public Lab edited(ReadLab lab, List<Edit> edits) {
        Editing editing =
                Editing.of(reader, lab.file().fileName(), lab.file().bytes()).orElseThrow();
        try {
            return editing.with(edits);
        } catch (BadEdit bad) {
            List<String> near =
                    bad.unknownPath() && !String.valueOf(bad.getMessage()).contains("Did you mean")
                            ? edits.stream()
                                    .flatMap(edit -> nearest(edit.path(), editing.paths()).stream())
                                    .limit(FEW)
                                    .toList()
                            : List.of();
            throw new Refusal(
                    ExitCode.USAGE,
                    "--what-if " + bad.getMessage()
                            + (near.isEmpty()
                                    ? bad.unknownPath() ? " `rackdrill explain` shows all." : ""
                                    : " Did you mean " + String.join(" or ", near) + "?"));
        }
    }

    /** Returns what reads a lab again with changes that nobody typed: one that cannot be is no lab. */
    public Rewriting rewriting(ReadLab lab) {
        Optional<Editing> editing =
                Editing.of(reader, lab.file().fileName(), lab.file().bytes());
        return edits -> editing.flatMap(it -> {
            try {
                return Optional.of(it.with(edits));
            } catch (BadEdit bad) {
                return Optional.empty();
            }
        });
    }

    /** Returns the text of a lab file with some values written otherwise, and every comment where it was. */
    public LabText.Written written(ReadLab lab, List<Edit> edits) {
        return LabText.with(reader, lab.file().fileName(), lab.file().bytes(), edits);
    }

    /** A path may be given without its section. */
    private static List<String> nearest(String path, List<String> known) {
        List<String> whole = Nearest.of(path, known);
        return whole.isEmpty()
                ? Nearest.of(
                        path,
                        known.stream()
                                .map(it -> it.substring(it.indexOf('.') + 1))
                                .toList())
                : whole;
    }

    /** Says the first warnings of a lab, and where the others are. */
    public void warn(ReadLab lab, String argument) {
        List<Problem> warnings = lab.problems(Severity.WARNING);
        if (warnings.isEmpty()) {
            return;
        }
        warnings.stream().limit(FEW).forEach(warning -> outlet.line(warning.text()));
        if (warnings.size() > FEW) {
            outlet.line(Amount.of(warnings.size(), "warning") + "; `rackdrill validate " + argument + "` shows all.");
        }
    }
}
