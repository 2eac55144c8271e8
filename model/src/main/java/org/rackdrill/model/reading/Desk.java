package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.lab.Traits;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.TraitKeys.TraitKey;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;

/** What every section needs while it is made into records: the notes, the catalogue, the names. */
record Desk(Notes notes, Catalogue catalogue, Explaining explaining, Names names) {

    /** Returns what a key says, or a default, and takes it down. */
    <T> T value(String path, Fields fields, Key<T> key, T fallback, Function<T, String> text, String why) {
        Optional<Said<T>> said = fields.said(key);
        T value = said.map(Said::value).orElse(fallback);
        explaining.value(
                path + "." + key.name(),
                text.apply(value),
                said.map(found -> notes.origin(found.place())).orElse(Explaining.fallback(why)));
        return value;
    }

    /** Returns what a key says, and takes it down; nothing when the file is silent. */
    <T> Optional<T> optional(String path, Fields fields, Key<T> key, Function<T, String> text) {
        Optional<Said<T>> said = fields.said(key);
        said.ifPresent(found ->
                explaining.value(path + "." + key.name(), text.apply(found.value()), notes.origin(found.place())));
        return said.map(Said::value);
    }

    /** Returns a setting, or a default in its own text form, and takes it down. */
    <T> Setting<T> setting(String path, Fields fields, Key<Setting<T>> key, Setting<T> fallback) {
        return explaining.setting(path + "." + key.name(), fields.get(key).orElse(fallback));
    }

    /** Takes down a value that was worked out, as one that the file says when it says the key. */
    void explain(String path, Fields fields, Key<?> key, String text, String why) {
        explaining.value(
                path + "." + key.name(),
                text,
                fields.has(key) ? notes.origin(fields.placeOf(key)) : Explaining.fallback(why));
    }

    /** Returns a name that stands for one of some sorts, or notes that it does not. */
    Optional<String> reference(Said<String> said, Set<Sort> sorts) {
        String name = said.value();
        Optional<Sort> sort = names.sort(name);
        if (sort.isPresent() && sorts.contains(sort.get())) {
            return Optional.of(name);
        }
        String wanted = sorts.stream().sorted().map(Sort::article).collect(Collectors.joining(" or "));
        if (sort.isPresent()) {
            notes.error(said.place(), "`" + name + "` is " + sort.get().article(), "Here should stand " + wanted + ".");
            return Optional.empty();
        }
        List<String> candidates = names.of(sorts);
        String fix = Meant.among(candidates, name, notes)
                .map(likely -> "Did you mean `" + likely + "`?")
                .orElse(candidates.isEmpty() ? "Describe it, or leave it out." : "There are " + some(candidates));
        notes.error(said.place(), "nothing is called `" + Meant.shortened(name) + "`", fix);
        return Optional.empty();
    }

    /** Returns those of some names that stand for one of some sorts; a name that stands twice is noted. */
    List<String> references(List<Said<String>> said, Set<Sort> sorts) {
        List<String> found = new ArrayList<>();
        for (Said<String> one : said) {
            Optional<String> name = reference(one, sorts);
            if (name.isPresent() && found.contains(name.get())) {
                notes.error(one.place(), "`" + name.get() + "` stands here twice", "Name it once.");
            } else {
                name.ifPresent(found::add);
            }
        }
        return found;
    }

    /** Returns a catalogue entry with the file's own values laid over it, and takes down every trait. */
    Part part(PartKind kind, String path, Fields fields, Key<String> modelKey, String usual) {
        Catalogue.Entry entry = entry(kind, fields.said(modelKey), usual);
        explain(path, fields, modelKey, entry.name(), "the file names no model");
        return part(entry, path, fields, Map.of());
    }

    /** Returns a catalogue entry with some values and the file's own values laid over it, and takes them down. */
    Part part(Catalogue.Entry entry, String path, Fields fields, Map<Trait<?>, Setting<?>> known) {
        Map<Trait<?>, Setting<?>> settings = new LinkedHashMap<>(entry.traits().settings());
        for (TraitKey<?> one : TraitKeys.of(entry.kind())) {
            if (!one.trait().equals(Trait.MEMORY)) {
                fields.get(one.key()).ifPresent(setting -> settings.put(one.trait(), setting));
            }
        }
        settings.putAll(known);
        Part part = new Part(entry.name(), entry.label(), entry.kind(), new Traits(settings));
        return explaining.part(path, part);
    }

    /** Returns the entry of a model; the nearest generic one, with a warning, when nobody knows it. */
    Catalogue.Entry entry(PartKind kind, Optional<Said<String>> model, String usual) {
        if (model.isEmpty()) {
            return catalogue.find(usual, kind).orElse(catalogue.generic(kind));
        }
        String name = model.get().value();
        Optional<Catalogue.Entry> found = catalogue.find(name);
        if (found.isPresent() && found.get().kind() == kind) {
            return found.get();
        }
        if (found.isPresent()) {
            notes.error(
                    model.get().place(),
                    "`" + name + "` is " + article(found.get().kind()) + ", not " + article(kind),
                    "Choose another model, or leave it out for " + kind.generic() + ".");
            return catalogue.generic(kind);
        }
        Catalogue.Entry nearest = catalogue.nearestGeneric(kind, name);
        List<String> candidates = catalogue.entries().stream()
                .filter(entry -> entry.kind() == kind)
                .map(Catalogue.Entry::name)
                .toList();
        notes.warning(
                model.get().place(),
                "the catalogue does not know `" + Meant.shortened(name) + "`; taken as " + nearest.name(),
                Meant.among(candidates, name, notes)
                        .map(likely -> "Did you mean `" + likely + "`?")
                        .orElse("`rackdrill catalog` lists what it knows; values can stand beside the model."));
        return nearest;
    }

    private static String article(PartKind kind) {
        return switch (kind) {
            case OS -> "an operating system";
            case UPS -> "a UPS";
            case WAN -> "an internet access";
            case VPN -> "a tunnel";
            case ACCESS_POINT -> "an access point";
            case MAINS -> "statistics of the mains";
            case STORMS -> "statistics of storms";
            case HEATWAVES -> "statistics of heatwaves";
            default -> "a " + Forms.spelled(kind);
        };
    }

    /** Returns a time as people write it. */
    static String time(Duration duration) {
        return Scale.TIME.format(duration.toMillis() / 3.6e6);
    }

    /** Returns names with commas between. */
    static String list(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private static String some(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(10, names.size()))) + (names.size() > 10 ? ", ..." : ".");
    }
}
