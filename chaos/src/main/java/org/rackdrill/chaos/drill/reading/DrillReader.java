package org.rackdrill.chaos.drill.reading;

import java.util.Optional;
import org.rackdrill.chaos.drill.Drill;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.Document;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Tree;

/** Reads drill files. */
public final class DrillReader {

    private final LabSource labs;

    /** Reads drills for the labs of this source. */
    public DrillReader(LabSource labs) {
        this.labs = labs;
    }

    /**
     * Reads one file; any bytes give a drill or a list of problems, never an exception.
     *
     * @param fileName as problems should call it
     */
    public DrillReading read(String fileName, byte[] bytes) {
        Document document = Document.of(fileName, bytes);
        Notes notes = document.notes();
        Optional<Fields> fields = document.tree().flatMap(tree -> fields(tree, notes));
        Optional<Lab> lab = fields.flatMap(it -> it.said(DrillKeys.LAB)).flatMap(said -> lab(said, notes));
        Optional<Drill> drill = fields.flatMap(it ->
                lab.map(found -> new DrillAssembly(new Lookup(new Things(found), notes), it).drill()));
        return new DrillReading(
                notes.hasErrors() ? Optional.empty() : drill, lab, document.problems(), document.hash());
    }

    private static Optional<Fields> fields(Tree tree, Notes notes) {
        if (!(tree instanceof Tree.Entries file)) {
            notes.error(
                    tree.place(), "a drill file is a group of keys", "Start with `drill: 1`, then `name:` and so on.");
            return Optional.empty();
        }
        if (file.find("rackdrill").isPresent() && file.find("drill").isEmpty()) {
            notes.error(
                    tree.place(),
                    "this is a lab, not a drill",
                    "Drills start with `drill: 1`, and name their lab with `lab:`.");
            return Optional.empty();
        }
        return DrillKeys.DRILL.read(tree, notes);
    }

    private Optional<Lab> lab(Said<String> said, Notes notes) {
        try {
            return Optional.of(labs.find(said.value()));
        } catch (BadText bad) {
            notes.error(said.place(), bad);
            return Optional.empty();
        }
    }
}
