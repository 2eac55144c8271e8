package org.rackdrill.cli.init;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.rackdrill.cli.exit.ExitCode;
import org.rackdrill.cli.exit.Reason;
import org.rackdrill.cli.exit.Refusal;
import org.rackdrill.cli.input.LabFile;
import org.rackdrill.cli.input.Nearest;
import org.rackdrill.cli.input.ShippedLabs;
import org.rackdrill.cli.terminal.ShellWords;
import org.rackdrill.cli.terminal.Terminal;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.reading.LabReader;
import org.rackdrill.model.reading.LabSchema;
import org.rackdrill.model.reading.Problem;
import org.rackdrill.model.reading.Problem.Severity;

/** A lab file that is about to be written where there is none. */
public final class NewLab {
    private final Terminal terminal;
    private final String name;
    private final Path path;

    /**
     * Prepares a file.
     *
     * @param name as the user knows it
     */
    public NewLab(Terminal terminal, Path directory, String name) {
        this.terminal = terminal;
        this.name = name;
        try {
            this.path = directory.resolve(name);
        } catch (InvalidPathException e) {
            throw new Refusal(ExitCode.USAGE, "'" + name + "' cannot be the name of a file here.");
        }
        if (Files.exists(path)) {
            throw inTheWay();
        }
    }

    /** Writes what a shipped lab says. */
    public void copy(String shipped) {
        LabFile lab = ShippedLabs.find(shipped).orElseThrow(() -> unknown(shipped));
        write(LabText.SCHEMA_COMMENT + new String(lab.bytes(), StandardCharsets.UTF_8), Catalogue.load());
    }

    /**
     * Writes what a person says.
     *
     * @param alone whether to take every default without asking
     */
    public void ask(boolean alone) {
        Catalogue catalogue = Catalogue.load();
        String text = new LabText(new Interview(new Prompt(terminal, alone), catalogue).hold()).write();
        List<Problem> errors = new LabReader(catalogue)
                .read(name, text.getBytes(StandardCharsets.UTF_8)).problems().stream()
                        .filter(problem -> problem.severity() == Severity.ERROR)
                        .toList();
        if (!errors.isEmpty()) {
            throw new IllegalStateException(
                    "init made a file with an error, " + errors.get(0).text());
        }
        write(text, catalogue);
    }

    private void write(String text, Catalogue catalogue) {
        create(path, name, text);
        Path schema = path.resolveSibling(LabText.SCHEMA_FILE);
        if (!Files.exists(schema)) {
            create(schema, LabText.SCHEMA_FILE, LabSchema.json(catalogue));
        }
        terminal.out().line("Wrote " + name + ", and " + LabText.SCHEMA_FILE + ", from which editors complete it.");
        long assumed = text.lines().filter(line -> line.contains("# TO" + "DO")).count();
        if (assumed > 0) {
            terminal.out().line(assumed + " lines marked TO" + "DO hold what was assumed: correct them when you can.");
        }
        terminal.out().line("Next: rackdrill simulate " + ShellWords.quoted(name));
    }

    private void create(Path file, String shown, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw inTheWay();
        } catch (IOException e) {
            throw new Refusal(ExitCode.UNAVAILABLE, "cannot write '" + shown + "': " + Reason.of(e) + ".");
        }
    }

    private Refusal inTheWay() {
        return new Refusal(
                ExitCode.USAGE, "'" + name + "' is there already; give another name, or move it out of the way.");
    }

    private static Refusal unknown(String shipped) {
        List<String> near = Nearest.of(shipped, ShippedLabs.names());
        return new Refusal(
                ExitCode.USAGE,
                "there is no shipped lab '" + shipped + "'. "
                        + (near.isEmpty()
                                ? "There are " + String.join(", ", ShippedLabs.racks()) + "."
                                : "Did you mean " + String.join(" or ", near) + "?"));
    }
}
