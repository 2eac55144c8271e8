package org.rackdrill.model.reading.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Tree;

/**
 * A list, or a single value where that is as good as a list of one.
 *
 * @param single whether one value may stand without brackets
 * @param empty whether there may be nothing in it
 */
public record ListForm<T>(Form<T> item, boolean single, boolean empty) implements Form<List<Said<T>>> {

    public ListForm(Form<T> item, boolean single) {
        this(item, single, true);
    }

    @Override
    public Optional<List<Said<T>>> read(Tree tree, Notes notes) {
        List<Tree> trees;
        if (tree instanceof Tree.Items items) {
            trees = items.items();
        } else if (tree instanceof Tree.Nothing) {
            trees = List.of();
        } else if (single) {
            trees = List.of(tree);
        } else {
            notes.error(tree.place(), "here should stand a list", "Write `[a, b]`, or one `- ` line for each.");
            return Optional.empty();
        }
        if (trees.isEmpty() && !empty) {
            notes.error(tree.place(), "here stands an empty list", "Write at least one.");
            return Optional.empty();
        }
        List<Said<T>> items = new ArrayList<>();
        for (Tree one : trees) {
            if (notes.isFull()) {
                break;
            }
            item.read(one, notes).ifPresent(value -> items.add(new Said<>(value, one.place())));
        }
        return Optional.of(items);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> list = Json.object("type", "array", "items", item.schema());
        return single ? Json.object("anyOf", List.of(item.schema(), list)) : list;
    }
}
