package org.rackdrill.model.lab;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The settings of one part, by trait, in the order of {@link Trait#ALL}. */
public record Traits(Map<Trait<?>, Setting<?>> settings) {

    public Traits {
        Map<Trait<?>, Setting<?>> ordered = new LinkedHashMap<>();
        for (Trait<?> trait : Trait.ALL) {
            Setting<?> setting = settings.get(trait);
            if (setting != null) {
                ordered.put(trait, setting);
            }
        }
        settings = Collections.unmodifiableMap(ordered);
    }

    /** Returns the setting of a trait that this kind of part may lack. */
    @SuppressWarnings("unchecked") // the catalogue puts only settings of the trait's type
    public <T> Optional<Setting<T>> find(Trait<T> trait) {
        return Optional.ofNullable((Setting<T>) settings.get(trait));
    }

    /**
     * Returns the setting of a trait that every part of this kind has.
     *
     * @throws IllegalArgumentException when it has none, which is a gap in the catalogue's generic part
     */
    public <T> Setting<T> get(Trait<T> trait) {
        return find(trait).orElseThrow(() -> new IllegalArgumentException("no value for " + trait.key()));
    }

    /** Returns the best guess for a trait that every part of this kind has. */
    public <T> T value(Trait<T> trait) {
        return get(trait).value();
    }
}
