package org.rackdrill.model.reading.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.yaml.Tree;

/**
 * A value on one line.
 *
 * @param what what it is, with its article
 * @param pattern a regular expression, without anchors, that well-formed values match; empty: any
 * @param parse throws {@link BadText}
 */
public record TextForm<T>(String what, String pattern, List<String> examples, Function<String, T> parse)
        implements Form<T> {

    @Override
    public Optional<T> read(Tree tree, Notes notes) {
        if (!(tree instanceof Tree.Text text)) {
            String found = tree instanceof Tree.Nothing ? "nothing" : tree instanceof Tree.Items ? "a list" : "keys";
            notes.error(tree.place(), "here stands " + found + " instead of " + what, like());
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(text.value()));
        } catch (BadText bad) {
            notes.error(text.place(), bad);
            return Optional.empty();
        }
    }

    private String like() {
        return examples.isEmpty() ? "Write it on one line." : "Write it like `" + examples.get(0) + "`.";
    }

    @Override
    public Map<String, Object> schema() {
        if (pattern.isEmpty()) {
            return Json.object("type", List.of("string", "number"));
        }
        return Json.object("type", "string", "pattern", "^ *(" + pattern + ") *$", "examples", examples);
    }
}
