package org.rackdrill.model.yaml;

import java.util.List;
import java.util.Optional;

/** What stands at one place of a YAML file. */
public sealed interface Tree {

    Place place();

    /**
     * One value.
     *
     * @param quoted whether it stands in quotes
     */
    record Text(Place place, String value, boolean quoted) implements Tree {}

    /** Nothing, {@code null} or {@code ~}. */
    record Nothing(Place place) implements Tree {}

    /** A list. */
    record Items(Place place, List<Tree> items) implements Tree {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Keys with their values, in the order of the file, each key once. */
    record Entries(Place place, List<Entry> entries) implements Tree {
        public Entries {
            entries = List.copyOf(entries);
        }

        /** Returns what stands under a key. */
        public Optional<Tree> find(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().value().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /** A key and its value. */
    record Entry(Text key, Tree value) {}
}
