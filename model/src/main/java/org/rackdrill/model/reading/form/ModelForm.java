package org.rackdrill.model.reading.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.yaml.Tree;

/** The name of a catalogue entry of some kinds; the schema proposes those that the catalogue has. */
public record ModelForm(List<PartKind> kinds) implements Form<String> {

    /** Stands in the schema for the names of the entries of these kinds, which only a catalogue knows. */
    public static final String ENTRIES = "entries";

    public static ModelForm of(PartKind... kinds) {
        return new ModelForm(List.of(kinds));
    }

    @Override
    public Optional<String> read(Tree tree, Notes notes) {
        return Forms.NAME.read(tree, notes);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object(ENTRIES, kinds);
    }
}
