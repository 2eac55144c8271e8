package org.rackdrill.model.reading.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Tree;

/** A short form on one line, or a longer one with keys or as a list. */
public record EitherForm<T>(Form<T> line, Form<T> longer) implements Form<T> {

    @Override
    public Optional<T> read(Tree tree, Notes notes) {
        return tree instanceof Tree.Text ? line.read(tree, notes) : longer.read(tree, notes);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("anyOf", List.of(line.schema(), longer.schema()));
    }
}
