package org.rackdrill.model.reading.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Tree;

/**
 * A group of keys, of which one may stand alone without its name: {@code node1} for {@code {of: node1}}.
 *
 * @param main the key that may stand alone, one of the group's
 */
public record ShortForm(Key<?> main, FieldsForm group) implements Form<Fields> {

    @Override
    public Optional<Fields> read(Tree tree, Notes notes) {
        if (tree instanceof Tree.Text text) {
            Tree.Text key = new Tree.Text(text.place(), main.name(), false);
            return group.read(new Tree.Entries(text.place(), List.of(new Tree.Entry(key, text))), notes);
        }
        return group.read(tree, notes);
    }

    @Override
    public Map<String, Object> schema() {
        boolean alone = group.keys().stream().noneMatch(key -> key.required() && !key.equals(main));
        return alone ? Json.object("anyOf", List.of(main.form().schema(), group.schema())) : group.schema();
    }
}
