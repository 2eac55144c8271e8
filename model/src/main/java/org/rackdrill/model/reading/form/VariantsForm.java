package org.rackdrill.model.reading.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.rackdrill.model.yaml.Tree;

/**
 * A group of keys that says by one of them what it is.
 *
 * @param what what the group describes, with its article
 */
public record VariantsForm(String what, List<Variant> variants) implements Form<Chosen> {

    public VariantsForm {
        variants = List.copyOf(variants);
    }

    @Override
    public Optional<Chosen> read(Tree tree, Notes notes) {
        if (!(tree instanceof Tree.Entries entries)) {
            notes.error(tree.place(), "here should stand keys that describe " + what, "Write one of " + some());
            return Optional.empty();
        }
        List<Tree.Text> leading = new ArrayList<>();
        for (Tree.Entry entry : entries.entries()) {
            if (variant(entry.key().value()).isPresent()) {
                leading.add(entry.key());
            }
        }
        if (leading.isEmpty()) {
            none(entries, notes);
            return Optional.empty();
        }
        if (leading.size() > 1) {
            notes.error(
                    leading.get(1).place(),
                    "`" + leading.get(0).value() + "` and `" + leading.get(1).value() + "` cannot be one",
                    "Write two.");
            return Optional.empty();
        }
        String lead = leading.get(0).value();
        return variant(lead)
                .flatMap(variant -> group(variant).read(entries, notes))
                .filter(fields -> fields.values().containsKey(lead))
                .map(fields -> new Chosen(lead, fields));
    }

    /** A misspelled leading key is the likeliest reason that there is none. */
    private void none(Tree.Entries entries, Notes notes) {
        Set<String> leads =
                variants.stream().map(it -> it.lead().name()).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> known = keys().keySet();
        for (Tree.Entry entry : entries.entries()) {
            String name = entry.key().value();
            Optional<String> likely = known.contains(name) ? Optional.empty() : Meant.among(leads, name, notes);
            if (likely.isPresent()) {
                notes.error(
                        entry.key().place(),
                        "unknown key `" + Meant.shortened(name) + "` in " + what,
                        "Did you mean `" + likely.get() + "`?");
                return;
            }
        }
        notes.error(entries.place(), "these keys do not say which " + noun() + " it is", "Write one of " + some());
    }

    private Optional<Variant> variant(String lead) {
        return variants.stream().filter(one -> one.lead().name().equals(lead)).findFirst();
    }

    private FieldsForm group(Variant variant) {
        return new FieldsForm("`" + variant.lead().name() + "`", variant.keys());
    }

    private String noun() {
        return what.replaceFirst("^an? ", "");
    }

    private String some() {
        return variants.stream().map(it -> it.lead().name()).limit(12).collect(Collectors.joining(", "))
                + (variants.size() > 12 ? ", ..." : ".");
    }

    /** Every key of every variant, with each form that it has in one of them. */
    private Map<String, Set<Map<String, Object>>> keys() {
        Map<String, Set<Map<String, Object>>> keys = new LinkedHashMap<>();
        for (Variant variant : variants) {
            properties(variant)
                    .forEach((name, schema) -> keys.computeIfAbsent(name, any -> new LinkedHashSet<>())
                            .add(schema));
        }
        return keys;
    }

    @SuppressWarnings("unchecked") // the schema of a group has properties by their names
    private Map<String, Map<String, Object>> properties(Variant variant) {
        return (Map<String, Map<String, Object>>)
                (Map<?, ?>) (Map<String, Object>) group(variant).schema().getOrDefault("properties", Map.of());
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        keys().forEach((name, forms) -> properties.put(name, merged(forms)));
        List<Object> required = new ArrayList<>();
        List<Object> rules = new ArrayList<>();
        for (Variant variant : variants) {
            List<String> lead = List.of(variant.lead().name());
            required.add(Json.object("required", lead));
            rules.add(Json.object("if", Json.object("required", lead), "then", rule(variant, properties)));
        }
        return Json.object(
                "type",
                "object",
                "properties",
                properties,
                "additionalProperties",
                false,
                "oneOf",
                required,
                "allOf",
                rules);
    }

    private static Map<String, Object> merged(Set<Map<String, Object>> forms) {
        Map<String, Object> first = forms.iterator().next();
        if (forms.size() == 1) {
            return first;
        }
        return Json.object("description", first.getOrDefault("description", ""), "anyOf", List.copyOf(forms));
    }

    /** Returns what holds beside this leading key. */
    private Map<String, Object> rule(Variant variant, Map<String, Object> merged) {
        Map<String, Map<String, Object>> own = properties(variant);
        Map<String, Object> rule = Json.object("propertyNames", Json.object("enum", List.copyOf(own.keySet())));
        List<String> required =
                variant.keys().stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            rule.put("required", required);
        }
        Map<String, Object> narrower = new LinkedHashMap<>();
        own.forEach((name, schema) -> {
            if (!schema.equals(merged.get(name))) {
                narrower.put(name, schema);
            }
        });
        if (!narrower.isEmpty()) {
            rule.put("properties", narrower);
        }
        return rule;
    }
}
