package org.rackdrill.model.reading;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.Problem.Severity;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Fault;
import org.rackdrill.model.yaml.Parsed;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;

/** Reads lab files. */
public final class LabReader {

    private final Catalogue catalogue;

    public LabReader(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * Reads one file; any bytes give a lab or a list of problems, never an exception.
     *
     * @param fileName as problems and origins should call it
     */
    public Reading read(String fileName, byte[] bytes) {
        Notes notes = new Notes(fileName);
        Explaining explaining = new Explaining();
        Parsed parsed = YamlFile.parse(bytes);
        parsed.faults().forEach(fault -> take(fault, notes));
        Optional<Lab> lab = parsed.tree().flatMap(tree -> lab(tree, notes, explaining));
        return new Reading(
                notes.hasErrors() ? Optional.empty() : lab, problems(fileName, notes), explaining.all(), hash(bytes));
    }

    /** Reads a tree that was a file and has been changed since; problems tell the places of the file. */
    Reading read(String fileName, Tree tree) {
        Notes notes = new Notes(fileName);
        Explaining explaining = new Explaining();
        Optional<Lab> lab = lab(tree, notes, explaining);
        return new Reading(notes.hasErrors() ? Optional.empty() : lab, problems(fileName, notes), explaining.all(), "");
    }

    private Optional<Lab> lab(Tree tree, Notes notes, Explaining explaining) {
        if (!(tree instanceof Tree.Entries file)) {
            notes.error(
                    tree.place(),
                    "a lab file is a group of keys",
                    "Start with `rackdrill: 1`, then `nodes:` and so on.");
            return Optional.empty();
        }
        Names names = Names.of(file, notes);
        Fields fields = LabKeys.LAB.read(file, notes).orElse(Fields.NONE);
        return Optional.of(new Assembly(new Desk(notes, catalogue, explaining, names), fields).lab());
    }

    private static void take(Fault fault, Notes notes) {
        if (fault.error()) {
            notes.error(fault.place(), fault.what(), fault.fix());
        } else {
            notes.warning(fault.place(), fault.what(), fault.fix());
        }
    }

    private static List<Problem> problems(String file, Notes notes) {
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
