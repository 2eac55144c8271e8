package org.rackdrill.model.reading.form;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.yaml.Place;
import org.rackdrill.model.yaml.Tree;

/**
 * A group of known keys.
 *
 * @param what what the group describes, with its article
 * @param extra keys of the form {@code prefix-name}; read through {@link PrefixKey#name}
 */
public record FieldsForm(String what, List<Key<?>> keys, Optional<PrefixKey> extra) implements Form<Fields> {

    public FieldsForm {
        keys = List.copyOf(keys);
    }

    public FieldsForm(String what, List<Key<?>> keys) {
        this(what, keys, Optional.empty());
    }

    /** A family of keys with a common start, such as {@code to-friend} and {@code to-office}. */
    public record PrefixKey(String prefix, Form<?> form, String means) {
        /** Returns the key of one member of the family. */
        public static <T> Key<T> name(String prefix, String rest, Form<T> form) {
            return Key.of(prefix + rest, form, "");
        }
    }

    @Override
    public Optional<Fields> read(Tree tree, Notes notes) {
        if (tree instanceof Tree.Nothing nothing) {
            return Optional.of(checked(new Tree.Entries(nothing.place(), List.of()), notes));
        }
        if (!(tree instanceof Tree.Entries entries)) {
            notes.error(
                    tree.place(),
                    "here should stand keys that describe " + what,
                    "Write `key: value` lines: " + some());
            return Optional.empty();
        }
        return Optional.of(checked(entries, notes));
    }

    private Fields checked(Tree.Entries entries, Notes notes) {
        Map<String, Said<?>> values = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (Tree.Entry entry : entries.entries()) {
            String name = entry.key().value();
            Place place = entry.key().place();
            Optional<? extends Form<?>> form = form(name);
            if (form.isEmpty()) {
                unknown(name, place, notes);
                continue;
            }
            places.put(name, place);
            if (notes.isFull()) {
                break;
            }
            form.get()
                    .read(entry.value(), notes)
                    .ifPresent(value ->
                            values.put(name, new Said<>(value, entry.value().place())));
            keys.stream()
                    .filter(key -> key.name().equals(name) && key.notSimulatedYet())
                    .forEach(key -> notes.unusedYet(place, name));
        }
        for (Key<?> key : keys) {
            if (key.required() && !places.containsKey(key.name())) {
                String example =
                        key.examples().isEmpty() ? "..." : key.examples().get(0);
                notes.error(
                        entries.place(),
                        "`" + key.name() + "` is missing",
                        "Write `" + key.name() + ": " + example + "`.");
            }
        }
        return new Fields(entries.place(), values, places);
    }

    private Optional<? extends Form<?>> form(String name) {
        for (Key<?> key : keys) {
            if (key.name().equals(name)) {
                return Optional.of(key.form());
            }
        }
        return extra.filter(family -> name.startsWith(family.prefix())
                        && name.length() > family.prefix().length())
                .map(PrefixKey::form);
    }

    private void unknown(String name, Place place, Notes notes) {
        List<String> known = keys.stream().map(Key::name).toList();
        String fix = Meant.among(known, name, notes)
                .map(likely -> "Did you mean `" + likely + "`?")
                .orElse("Here may stand: " + some());
        notes.error(place, "unknown key `" + Meant.shortened(name) + "` in " + what, fix);
    }

    private String some() {
        List<String> names = keys.stream().map(Key::name).toList();
        return String.join(", ", names.subList(0, Math.min(12, names.size()))) + (names.size() > 12 ? ", ..." : ".");
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys.forEach(key -> properties.put(key.name(), described(key)));
        List<String> required =
                keys.stream().filter(Key::required).map(Key::name).toList();
        Map<String, Object> schema = Json.object(
                "type", required.isEmpty() ? List.of("object", "null") : "object", "properties", properties);
        extra.ifPresent(family -> schema.put(
                "patternProperties",
                Json.object("^" + family.prefix(), Json.with(family.form().schema(), "description", family.means()))));
        schema.put("additionalProperties", false);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> described(Key<?> key) {
        String means = key.means() + (key.notSimulatedYet() ? " (Not simulated yet.)" : "");
        Map<String, Object> schema = Json.with(key.form().schema(), "description", means);
        return key.examples().isEmpty()
                ? schema
                : Json.with(
                        schema,
                        "examples",
                        key.examples().stream().map(Json::parsed).toList());
    }
}
