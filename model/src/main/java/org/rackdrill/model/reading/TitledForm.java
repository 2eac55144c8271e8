package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/**
 * Things under titles for people, which nothing else refers to: "the admin page".
 *
 * @param what what the things are, in the plural
 */
record TitledForm<T>(String what, Form<T> item) implements Form<List<Named<T>>> {

    private static final int LONGEST = 80;
    private static final int MOST = 100;

    @Override
    public Optional<List<Named<T>>> read(Tree tree, Notes notes) {
        if (tree instanceof Tree.Nothing) {
            return Optional.of(List.of());
        }
        if (!(tree instanceof Tree.Entries entries)) {
            notes.error(
                    tree.place(), "here should stand " + what + ", each under its title", "Write `title: ...` lines.");
            return Optional.empty();
        }
        if (entries.entries().size() > MOST) {
            notes.error(tree.place(), "there are more than 100 " + what, "Name those that matter.");
            return Optional.empty();
        }
        List<Named<T>> things = new ArrayList<>();
        for (Tree.Entry entry : entries.entries()) {
            String title = entry.key().value().strip();
            if (title.isEmpty() || title.length() > LONGEST || title.chars().anyMatch(Character::isISOControl)) {
                notes.error(
                        entry.key().place(),
                        "`" + Meant.shortened(title) + "` is not a title",
                        "Use up to 80 characters on one line.");
            }
            item.read(entry.value(), notes)
                    .ifPresent(
                            value -> things.add(new Named<>(title, entry.key().place(), value)));
        }
        return Optional.of(things);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("type", List.of("object", "null"), "additionalProperties", item.schema());
    }
}
