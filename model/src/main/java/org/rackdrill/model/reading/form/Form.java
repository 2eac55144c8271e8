package org.rackdrill.model.reading.form;

import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Tree;

/**
 * What may stand at one place of a lab file.
 *
 * @param <T> what it is read into
 */
public interface Form<T> {

    /** Returns what stands there, or nothing after having noted what is wrong with it. */
    Optional<T> read(Tree tree, Notes notes);

    /** Returns the same as a JSON Schema: maps, lists, texts and numbers. */
    Map<String, Object> schema();
}
