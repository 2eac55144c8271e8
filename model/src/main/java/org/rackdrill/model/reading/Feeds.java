package org.rackdrill.model.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Said;

/** Reads {@code powered-by} and what things are plugged into. */
final class Feeds {

    private final Desk desk;
    private final Whereabouts whereabouts;

    Feeds(Desk desk, Whereabouts whereabouts) {
        this.desk = desk;
        this.whereabouts = whereabouts;
    }

    /**
     * Returns what feeds a thing: the mains of its site by default.
     *
     * @param sorts what may feed it besides the mains
     */
    List<String> power(String path, Fields fields, Key<List<Said<String>>> key, String site, Set<Sort> sorts) {
        List<String> feeds = new ArrayList<>();
        for (Said<String> said : fields.get(key).orElse(List.of())) {
            if (said.value().equals(Names.MAINS)) {
                feeds.add(site);
            } else {
                desk.reference(said, sorts)
                        .filter(feed -> here(said, feed, site))
                        .ifPresent(feeds::add);
            }
        }
        if (feeds.isEmpty()) {
            feeds.add(site);
        }
        desk.explain(path, fields, key, Desk.list(feeds), "the mains of its site");
        return feeds;
    }

    /** Returns the boxes that a thing hangs on. */
    List<String> boxes(Fields fields, Key<List<Said<String>>> key, String site) {
        List<Said<String>> said = fields.get(key).orElse(List.of());
        List<String> boxes = desk.references(said, Set.of(Sort.BOX));
        said.stream().filter(one -> boxes.contains(one.value())).forEach(one -> here(one, one.value(), site));
        return boxes;
    }

    /** Returns whether two things stand at one site, or notes that they do not. */
    boolean here(Said<String> said, String other, String site) {
        Optional<String> there = Optional.of(whereabouts.site(other));
        if (there.get().equals(site)) {
            return true;
        }
        desk.notes()
                .error(
                        said.place(),
                        "`" + other + "` stands at " + there.get() + ", not at " + site,
                        "Choose something at " + site + ", or write `site: " + there.get() + "`.");
        return false;
    }
}
