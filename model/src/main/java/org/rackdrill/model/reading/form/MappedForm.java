package org.rackdrill.model.reading.form;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.rackdrill.model.yaml.Tree;

/** A form whose value is made into another one, which may find more mistakes and then returns nothing. */
public record MappedForm<A, T>(Form<A> form, BiFunction<Said<A>, Notes, Optional<T>> map) implements Form<T> {

    @Override
    public Optional<T> read(Tree tree, Notes notes) {
        return form.read(tree, notes).flatMap(value -> map.apply(new Said<>(value, tree.place()), notes));
    }

    @Override
    public Map<String, Object> schema() {
        return form.schema();
    }
}
