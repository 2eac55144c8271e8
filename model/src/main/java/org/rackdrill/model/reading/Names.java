package org.rackdrill.model.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Place;
import org.rackdrill.model.yaml.Tree;

/** Every name in a lab and what it stands for: names are unique over all sections together. */
final class Names {

    /** What every site's own feed may be called. */
    static final String MAINS = "mains";

    private static final Map<String, Sort> SECTIONS = Map.of(
            "regions", Sort.REGION,
            "sites", Sort.SITE,
            "ups", Sort.UPS,
            "network", Sort.BOX,
            "nodes", Sort.NODE,
            "clusters", Sort.CLUSTER,
            "services", Sort.SERVICE,
            "components", Sort.COMPONENT,
            "common-cause", Sort.COMMON_CAUSE,
            "groups", Sort.GROUP);

    private final Map<String, Sort> sorts = new LinkedHashMap<>();
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Notes notes;

    private Names(Notes notes) {
        this.notes = notes;
    }

    /** Collects the names of all sections of a file, well-formed or not, and notes those that stand twice. */
    static Names of(Tree.Entries file, Notes notes) {
        Names names = new Names(notes);
        for (Tree.Entry section : file.entries()) {
            Sort sort = SECTIONS.get(section.key().value());
            if (sort != null && section.value() instanceof Tree.Entries things) {
                things.entries()
                        .forEach(thing ->
                                names.add(thing.key().value(), sort, thing.key().place()));
            }
        }
        return names;
    }

    private void add(String name, Sort sort, Place place) {
        if (name.equals(MAINS)) {
            notes.error(place, "the name `mains` is taken", "It means the mains of a site: choose another one.");
        }
        Place first = places.putIfAbsent(name, place);
        if (first == null) {
            sorts.put(name, sort);
        } else {
            notes.error(
                    place,
                    "duplicate name `" + name + "`",
                    "It is " + sorts.getOrDefault(name, sort).article() + " at line " + first.line()
                            + " already; names are unique over all sections.");
        }
    }

    /** Says more exactly what a network part is. */
    void refine(Named<?> link, Sort sort) {
        sorts.put(link.name(), sort);
    }

    /** Adds something that the file leaves out, under a name that nobody else has; returns that name. */
    String supply(String wanted, Sort sort) {
        String name = wanted;
        for (int i = 2; sorts.containsKey(name); i++) {
            name = wanted + "-" + i;
        }
        sorts.put(name, sort);
        return name;
    }

    /** Returns what a name stands for. */
    Optional<Sort> sort(String name) {
        return Optional.ofNullable(sorts.get(name));
    }

    /** Returns the names of some sorts, in the order of the file. */
    List<String> of(Set<Sort> wanted) {
        return sorts.entrySet().stream()
                .filter(entry -> wanted.contains(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
