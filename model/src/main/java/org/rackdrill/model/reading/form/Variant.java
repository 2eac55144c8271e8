package org.rackdrill.model.reading.form;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of several groups of keys that are told apart by their leading key.
 *
 * @param lead the key that only this group has
 * @param more the keys that may stand beside it
 */
public record Variant(Key<?> lead, List<Key<?>> more) {

    public Variant {
        more = List.copyOf(more);
    }

    /** Returns a group of these keys. */
    public static Variant of(Key<?> lead, Key<?>... more) {
        return new Variant(lead, List.of(more));
    }

    /** Returns the same group with more keys. */
    public Variant and(List<? extends Key<?>> others) {
        return new Variant(
                lead, Stream.<Key<?>>concat(more.stream(), others.stream()).toList());
    }

    List<Key<?>> keys() {
        return Stream.<Key<?>>concat(Stream.of(lead), more.stream()).toList();
    }
}
