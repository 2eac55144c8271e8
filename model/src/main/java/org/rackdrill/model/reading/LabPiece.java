package org.rackdrill.model.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/** Some keys of a lab file, which are judged when they have been laid over the whole file. */
final class LabPiece implements Form<Tree.Entries> {

    @Override
    public Optional<Tree.Entries> read(Tree tree, Notes notes) {
        if (!(tree instanceof Tree.Entries entries) || entries.entries().isEmpty()) {
            notes.error(
                    tree.place(),
                    "here should stand a piece of a lab file",
                    "Write its sections, such as `{nodes: {node2: {memory: 32 GiB ecc}}}`.");
            return Optional.empty();
        }
        List<String> sections = LabKeys.LAB.keys().stream().map(Key::name).toList();
        boolean good = true;
        for (Tree.Entry entry : entries.entries()) {
            Tree.Text key = entry.key();
            if (!sections.contains(key.value()) || key.value().equals(LabKeys.VERSION.name())) {
                good = false;
                notes.error(
                        key.place(),
                        "a lab file has no section `" + Meant.shortened(key.value()) + "`",
                        Meant.among(sections, key.value(), notes)
                                .map(likely -> "Did you mean `" + likely + "`?")
                                .orElse("`rackdrill schema lab` lists its sections."));
            }
        }
        return good ? Optional.of(entries) : Optional.empty();
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> sections = new LinkedHashMap<>();
        for (Key<?> key : LabKeys.LAB.keys()) {
            if (!key.equals(LabKeys.VERSION)) {
                sections.put(key.name(), Json.object("description", key.means()));
            }
        }
        return Json.object("type", "object", "properties", sections, "additionalProperties", false, "minProperties", 1);
    }
}
