package org.rackdrill.model.reading.form;

import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Tree;

/**
 * The version of a file's format.
 *
 * @param key under which it stands
 * @param newest the newest that is known here
 */
public record VersionForm(String key, int newest) implements Form<Integer> {

    @Override
    public Optional<Integer> read(Tree tree, Notes notes) {
        Optional<Integer> version = Forms.whole(1, 1_000_000).read(tree, notes);
        if (version.isPresent() && version.get() > newest) {
            notes.error(
                    tree.place(),
                    "version " + version.get() + " of the format is not known here",
                    "Write `" + key + ": " + newest + "`, or get a newer Rackdrill.");
            return Optional.empty();
        }
        return version;
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("type", "integer", "const", newest);
    }
}
