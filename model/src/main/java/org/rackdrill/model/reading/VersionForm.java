package org.rackdrill.model.reading;

import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/** The version of the lab file's format. */
record VersionForm() implements Form<Integer> {

    private static final int NEWEST = 1;

    @Override
    public Optional<Integer> read(Tree tree, Notes notes) {
        Optional<Integer> version = Forms.whole(1, 1_000_000).read(tree, notes);
        if (version.isPresent() && version.get() > NEWEST) {
            notes.error(
                    tree.place(),
                    "version " + version.get() + " of the format is not known here",
                    "Write `rackdrill: 1`, or get a newer Rackdrill.");
            return Optional.empty();
        }
        return version;
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("type", "integer", "const", NEWEST);
    }
}
