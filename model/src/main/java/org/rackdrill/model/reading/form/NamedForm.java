package org.rackdrill.model.reading.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.model.yaml.Tree;

/**
 * Things of one sort, each under its name.
 *
 * @param what what the things are, in the plural
 */
public record NamedForm<T>(String what, Form<T> item) implements Form<List<Named<T>>> {

    /** What a name may look like. */
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._+-]{0,62}";

    private static final Pattern NAME_PATTERN = Pattern.compile(NAME);
    private static final int MOST = 4000;

    @Override
    public Optional<List<Named<T>>> read(Tree tree, Notes notes) {
        if (tree instanceof Tree.Nothing) {
            return Optional.of(List.of());
        }
        if (!(tree instanceof Tree.Entries entries)) {
            notes.error(
                    tree.place(), "here should stand " + what + ", each under its name", "Write `name: ...` lines.");
            return Optional.empty();
        }
        if (entries.entries().size() > MOST) {
            notes.error(tree.place(), "there are more than 4,000 " + what, "Describe a smaller lab.");
            return Optional.empty();
        }
        List<Named<T>> things = new ArrayList<>();
        for (Tree.Entry entry : entries.entries()) {
            if (notes.isFull()) {
                break;
            }
            String name = entry.key().value();
            if (!NAME_PATTERN.matcher(name).matches()) {
                notes.error(
                        entry.key().place(),
                        "`" + Meant.shortened(name) + "` is not a name",
                        "Use up to 63 letters, digits, dots and dashes, a letter or digit first.");
            }
            item.read(entry.value(), notes)
                    .ifPresent(value -> things.add(new Named<>(name, entry.key().place(), value)));
        }
        return Optional.of(things);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object(
                "type", List.of("object", "null"),
                "additionalProperties", item.schema(),
                "propertyNames", Json.object("pattern", "^" + NAME + "$"));
    }
}
