package org.rackdrill.model.reading.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Place;

/** What stands under the keys of one group, already read. */
public final class Fields {

    /** A group in which nothing is said. */
    public static final Fields NONE = new Fields(Place.START, Map.of(), Map.of());

    private final Place place;
    private final Map<String, Said<?>> values;
    private final Map<String, Place> keys;

    Fields(Place place, Map<String, Said<?>> values, Map<String, Place> keys) {
        this.place = place;
        this.values = values;
        this.keys = keys;
    }

    Map<String, Said<?>> values() {
        return values;
    }

    /** Returns where the group starts. */
    public Place place() {
        return place;
    }

    /** Returns what a key says, with its place; nothing when it is left out or was not well-formed. */
    @SuppressWarnings("unchecked") // only the key's own form has put a value under its name
    public <T> Optional<Said<T>> said(Key<T> key) {
        return Optional.ofNullable((Said<T>) values.get(key.name()));
    }

    /** Returns what a key says. */
    public <T> Optional<T> get(Key<T> key) {
        return said(key).map(Said::value);
    }

    /** Returns whether the key stands in the file, well-formed or not. */
    public boolean has(Key<?> key) {
        return keys.containsKey(key.name());
    }

    /** Returns where the key stands, or where the group starts. */
    public Place placeOf(Key<?> key) {
        return keys.getOrDefault(key.name(), place);
    }

    /** Returns the keys that start with a prefix, and where they stand. */
    public List<Said<String>> keysWith(String prefix) {
        return keys.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .map(entry -> new Said<>(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Returns the first of some keys that stands in the file. */
    public Optional<Key<?>> firstOf(List<? extends Key<?>> candidates) {
        for (Key<?> key : candidates) {
            if (has(key)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
