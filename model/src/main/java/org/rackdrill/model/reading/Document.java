package org.rackdrill.model.reading;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Fault;
import org.rackdrill.model.yaml.Parsed;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;

/**
 * A YAML file on its way into records.
 *
 * @param file as problems should call it
 * @param tree nothing when the file is no YAML
 * @param notes what is wrong so far; whoever reads on adds to them
 * @param hash {@code sha256:} and the hash of the file's bytes; empty when the file is no YAML
 */
public record Document(String file, Optional<Tree> tree, Notes notes, String hash) {

    /** Parses a file; any bytes give a document, never an exception. */
    public static Document of(String file, byte[] bytes) {
        Notes notes = new Notes(file);
        Parsed parsed = YamlFile.parse(bytes);
        parsed.faults().forEach(fault -> take(fault, notes));
        return new Document(file, parsed.tree(), notes, parsed.tree().isPresent() ? hash(bytes) : "");
    }

    /** Returns what is wrong, in the order of the file. */
    public List<Problem> problems() {
        return problems(file, notes);
    }

    static List<Problem> problems(String file, Notes notes) {
        List<Problem> problems = new ArrayList<>();
        for (Notes.Note note : notes.sorted()) {
            problems.add(new Problem(
                    note.error() ? Severity.ERROR : Severity.WARNING,
                    file,
                    note.place().line(),
                    note.place().column(),
                    note.what(),
                    note.fix()));
        }
        if (notes.more() > 0) {
            Severity severity = notes.hasErrors() ? Severity.ERROR : Severity.WARNING;
            problems.add(new Problem(severity, file, 1, 1, "and " + notes.more() + " more", "Repair these first."));
        }
        return problems;
    }

    private static void take(Fault fault, Notes notes) {
        if (fault.error()) {
            notes.error(fault.place(), fault.what(), fault.fix());
        } else {
            notes.warning(fault.place(), fault.what(), fault.fix());
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
