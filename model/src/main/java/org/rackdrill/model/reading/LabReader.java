package org.rackdrill.model.reading;

import java.util.Optional;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

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
        Document document = Document.of(fileName, bytes);
        Notes notes = document.notes();
        Explaining explaining = new Explaining();
        Optional<Lab> lab = document.tree().flatMap(tree -> lab(tree, notes, explaining));
        return new Reading(
                notes.hasErrors() ? Optional.empty() : lab, document.problems(), explaining.all(), document.hash());
    }

    /** Reads a tree that was a file and has been changed since; problems tell the places of the file. */
    Reading read(String fileName, Tree tree) {
        Notes notes = new Notes(fileName);
        Explaining explaining = new Explaining();
        Optional<Lab> lab = lab(tree, notes, explaining);
        return new Reading(
                notes.hasErrors() ? Optional.empty() : lab, Document.problems(fileName, notes), explaining.all(), "");
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
}
