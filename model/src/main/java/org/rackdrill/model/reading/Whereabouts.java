package org.rackdrill.model.reading;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;

/** At which site everything stands: where the file says, or where its power or network is, or at the first site. */
final class Whereabouts {

    private static final int LONGEST_CHAIN = 100;

    private final Desk desk;
    private final String home;
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Fields> things = new HashMap<>();

    Whereabouts(Desk desk, String home) {
        this.desk = desk;
        this.home = home;
        desk.names().of(Set.of(Sort.SITE)).forEach(site -> known.put(site, site));
    }

    /** Learns where things stand, or what they hang on; notes sites that are not there. */
    void learn(List<Named<Fields>> things, Key<String> siteKey) {
        for (Named<Fields> thing : things) {
            this.things.put(thing.name(), thing.value());
            thing.value()
                    .said(siteKey)
                    .flatMap(site -> desk.reference(site, Set.of(Sort.SITE)))
                    .ifPresent(site -> known.put(thing.name(), site));
        }
    }

    /** Learns where a thing stands that the file leaves out. */
    void put(String thing, String site) {
        known.put(thing, site);
    }

    /** Returns the first site. */
    String home() {
        return home;
    }

    /** Returns the site of a thing. */
    String site(String thing) {
        String site = find(thing, new HashSet<>()).orElse(home);
        known.put(thing, site);
        return site;
    }

    private Optional<String> find(String thing, Set<String> asked) {
        String site = known.get(thing);
        Fields fields = things.get(thing);
        if (site != null || fields == null || asked.size() > LONGEST_CHAIN || !asked.add(thing)) {
            return Optional.ofNullable(site);
        }
        Optional<String> found = first(
                        fields, List.of(NetworkKeys.POWERED_BY, NetworkKeys.UPLINK, NodeKeys.NETWORK), asked)
                .or(() -> fields.get(NetworkKeys.UPLINK_OF).flatMap(router -> find(router, asked)));
        found.ifPresent(where -> known.put(thing, where));
        return found;
    }

    private Optional<String> first(Fields fields, List<Key<List<Said<String>>>> keys, Set<String> asked) {
        for (Key<List<Said<String>>> key : keys) {
            for (Said<String> name : fields.get(key).orElse(List.of())) {
                Optional<String> site = find(name.value(), asked);
                if (site.isPresent()) {
                    return site;
                }
            }
        }
        return Optional.empty();
    }
}
