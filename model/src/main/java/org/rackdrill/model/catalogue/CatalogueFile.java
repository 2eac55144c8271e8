package org.rackdrill.model.catalogue;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.yaml.Parsed;
import org.rackdrill.model.yaml.Place;
import org.rackdrill.model.yaml.Tree;
import org.rackdrill.model.yaml.YamlFile;

/** Reads one file of the catalogue into drafts. */
final class CatalogueFile {

    private static final Set<String> OWN_KEYS = Set.of("kind", "label", "like", "os", "source", "note");

    private final String file;
    private final Map<String, Draft> drafts;
    private final List<String> mistakes;
    private final Map<String, Source> sources = new HashMap<>();

    CatalogueFile(String file, Map<String, Draft> drafts, List<String> mistakes) {
        this.file = file;
        this.drafts = drafts;
        this.mistakes = mistakes;
    }

    /** Where values come from. */
    private record Source(String text, boolean verified) {}

    void read(byte[] bytes) {
        Parsed parsed = YamlFile.parse(bytes);
        parsed.faults().forEach(fault -> mistake(fault.place(), fault.what()));
        if (parsed.tree().isEmpty() || !(parsed.tree().get() instanceof Tree.Entries top)) {
            return;
        }
        children(top, "sources").forEach(this::source);
        children(top, "entries").forEach(this::entry);
    }

    private void source(Tree.Entry entry) {
        if (entry.value() instanceof Tree.Entries source) {
            sources.put(
                    entry.key().value(),
                    new Source(
                            text(source, "text").orElse(""),
                            text(source, "verified").orElse("").equals("true")));
        } else {
            mistake(entry.key().place(), "a source needs text and verified");
        }
    }

    private void entry(Tree.Entry entry) {
        String name = entry.key().value();
        Place place = entry.key().place();
        if (!(entry.value() instanceof Tree.Entries body)) {
            mistake(place, name + " is no entry");
            return;
        }
        Optional<PartKind> kind = kind(text(body, "kind").orElse(""));
        if (kind.isEmpty()) {
            mistake(place, name + " has no kind that is known");
            return;
        }
        Draft draft = new Draft(
                name,
                file + ":" + place.line(),
                kind.get(),
                text(body, "label").orElse(name),
                text(body, "like"),
                text(body, "os"),
                text(body, "note").orElse(""),
                traits(body, kind.get(), name));
        if (drafts.put(name, draft) != null) {
            mistake(place, name + " stands in the catalogue twice");
        }
    }

    private Map<Trait<?>, Setting<?>> traits(Tree.Entries body, PartKind kind, String name) {
        Map<Trait<?>, Setting<?>> own = new HashMap<>();
        for (Tree.Entry entry : body.entries()) {
            String key = entry.key().value();
            if (OWN_KEYS.contains(key)) {
                continue;
            }
            Optional<Trait<?>> trait =
                    kind.traits().stream().filter(one -> one.key().equals(key)).findFirst();
            if (trait.isEmpty()) {
                mistake(entry.key().place(), "a " + kind + " has no `" + key + "`");
                continue;
            }
            try {
                own.put(
                        trait.get(),
                        SettingReader.read(
                                trait.get(),
                                entry.value(),
                                source -> origin(name, source.or(() -> text(body, "source")))));
            } catch (BadText e) {
                mistake(entry.value().place(), e.what() + ". " + e.fix());
            }
        }
        return own;
    }

    private Origin origin(String name, Optional<String> source) {
        String id = source.orElse("");
        Source found = sources.get(id);
        if (found == null) {
            throw new BadText("there is no source `" + id + "`", "List it under `sources`.");
        }
        return new Origin(Origin.Kind.CATALOGUE, name, found.text(), found.verified());
    }

    private void mistake(Place place, String what) {
        mistakes.add(file + ":" + place.line() + ":" + place.column() + ": " + what);
    }

    private static Optional<PartKind> kind(String spelled) {
        for (PartKind kind : PartKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(spelled)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static List<Tree.Entry> children(Tree.Entries top, String key) {
        return top.find(key)
                .map(tree -> tree instanceof Tree.Entries entries ? entries.entries() : List.<Tree.Entry>of())
                .orElse(List.of());
    }

    private static Optional<String> text(Tree.Entries body, String key) {
        return body.find(key).map(tree -> tree instanceof Tree.Text text ? text.value() : "");
    }
}
