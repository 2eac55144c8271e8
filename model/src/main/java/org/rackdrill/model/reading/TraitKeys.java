package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;

/** The keys by which a lab file overrides what the catalogue says about a part. */
final class TraitKeys {

    private static final List<TraitKey<?>> ALL =
            Trait.ALL.stream().<TraitKey<?>>map(TraitKeys::keyOf).toList();

    private TraitKeys() {}

    /** A trait and its key. */
    record TraitKey<T>(Trait<T> trait, Key<Setting<T>> key) {}

    /** Returns the keys of every trait that a part of these kinds has, each once. */
    static List<TraitKey<?>> of(PartKind... kinds) {
        Set<Trait<?>> traits = new LinkedHashSet<>();
        for (PartKind kind : kinds) {
            traits.addAll(kind.traits());
        }
        return ALL.stream().filter(one -> traits.contains(one.trait())).toList();
    }

    /** Returns some keys followed by those of every trait that a part of these kinds has. */
    static List<Key<?>> after(List<Key<?>> own, PartKind... kinds) {
        List<Key<?>> keys = new ArrayList<>(own);
        Set<String> taken = new LinkedHashSet<>();
        own.forEach(key -> taken.add(key.name()));
        for (TraitKey<?> one : of(kinds)) {
            if (!taken.contains(one.key().name())) {
                keys.add(one.key());
            }
        }
        return keys;
    }

    /** Returns the key of a trait. */
    static <T> Key<Setting<T>> key(Trait<T> trait) {
        return keyOf(trait).key();
    }

    private static <T> TraitKey<T> keyOf(Trait<T> trait) {
        String means =
                Character.toUpperCase(trait.means().charAt(0)) + trait.means().substring(1) + ".";
        return new TraitKey<>(trait, Key.of(trait.key(), Forms.setting(trait), means));
    }
}
