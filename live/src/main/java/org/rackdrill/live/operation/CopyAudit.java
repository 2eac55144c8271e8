package org.rackdrill.live.operation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.rackdrill.live.host.Hosts;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;
import org.rackdrill.model.lab.Service;

/** Counts the copies of every service's data, by going there and looking. */
public final class CopyAudit {

    /** What was found of one service. */
    public record Found(String service, List<Holding> holdings, Rule321 rule) {}

    /** What a place lists: the time of each state, by the guid of its snapshot. */
    private record Listed(Map<String, Long> states, List<Snapshot> snapshots) {}

    private final Lab lab;
    private final Errand errand;
    private final Marks marks;
    private final long now;

    /**
     * An audit.
     *
     * @param now seconds since 1970
     */
    public CopyAudit(Lab lab, Hosts hosts, ManifestFolder manifests, long now) {
        this.lab = lab;
        this.errand = new Errand(hosts, "audit");
        this.marks = new Marks(manifests);
        this.now = now;
    }

    /** Looks at every service that keeps data. */
    public List<Found> look() {
        return lab.services().stream()
                .filter(service -> service.data().isPresent())
                .map(Service::name)
                .map(this::look)
                .toList();
    }

    private Found look(String service) {
        List<Place> places = Place.all(lab, service);
        Place primary = places.get(0);
        Map<Place, Optional<Listed>> listed = new LinkedHashMap<>();
        List<Snapshot> known = new ArrayList<>();
        for (Place place : places) {
            if (place.holdsSnapshots()) {
                Optional<Listed> list = snapshots(place);
                list.ifPresent(found -> known.addAll(found.snapshots()));
                listed.put(place, list);
            }
        }
        places.stream()
                .filter(Place::isRepository)
                .forEach(place -> listed.put(
                        place, errand.hear(place.host(), Copying.backups(place)).map(json -> backups(json, known))));
        Set<String> genuine = new HashSet<>(marks.guids(errand, primary));
        listed.getOrDefault(primary, Optional.empty())
                .ifPresent(found -> genuine.addAll(found.states().keySet()));
        List<Holding> holdings = places.stream()
                .map(place -> holding(place, listed.getOrDefault(place, Optional.empty()), genuine))
                .toList();
        return new Found(service, holdings, Rule321.of(holdings, primary.site()));
    }

    private Optional<Listed> snapshots(Place place) {
        return errand.hear(place.host(), Copying.snapshots(place))
                .map(Snapshot::list)
                .map(list -> {
                    Map<String, Long> states = new HashMap<>();
                    list.forEach(one -> states.put(one.guid(), one.created()));
                    return new Listed(states, list);
                });
    }

    private static Listed backups(String json, List<Snapshot> known) {
        Map<String, Long> states = new HashMap<>();
        Map<String, Long> created = new HashMap<>();
        known.forEach(snapshot -> created.put(snapshot.guid(), snapshot.created()));
        // A backup is as old as the snapshot that it holds, not as the hour at which it was made.
        Backup.list(json, known).forEach(one -> states.put(one.guid(), created.getOrDefault(one.guid(), one.taken())));
        return new Listed(states, List.of());
    }

    private Holding holding(Place place, Optional<Listed> listed, Set<String> genuine) {
        boolean primary = place.copy().isEmpty();
        OptionalLong newest = listed.stream()
                .flatMap(list -> list.states().entrySet().stream())
                .filter(state -> primary || genuine.contains(state.getKey()))
                .mapToLong(Map.Entry::getValue)
                .max();
        boolean real = primary ? listed.isPresent() : newest.isPresent();
        Map<String, String> proof = errand.hear(
                        place.host(),
                        Request.of("proof")
                                .with("service", place.service())
                                .with("copy", place.at().toString()))
                .map(Standing::lines)
                .orElse(Map.of());
        return new Holding(
                place.text(),
                primary,
                place.media(),
                place.site(),
                listed.isPresent() || !isAsked(place),
                real,
                age(newest),
                proof.getOrDefault("verdict", "").equals("good") ? age(seconds(proof)) : OptionalLong.empty(),
                Optional.ofNullable(proof.get("verdict")),
                why(place, listed, real));
    }

    private OptionalLong age(OptionalLong time) {
        return time.isPresent() ? OptionalLong.of(Math.max(0, now - time.getAsLong())) : time;
    }

    private static OptionalLong seconds(Map<String, String> proof) {
        String date = proof.getOrDefault("date", "");
        return date.matches("\\d{1,12}") ? OptionalLong.of(Long.parseLong(date)) : OptionalLong.empty();
    }

    private static boolean isAsked(Place place) {
        return place.holdsSnapshots() || place.isRepository();
    }

    private String why(Place place, Optional<Listed> listed, boolean real) {
        if (real) {
            return "";
        }
        if (!isAsked(place)) {
            return place.dataset().isEmpty() ? "the lab names no dataset" : "its tool keeps no identity of snapshots";
        }
        return listed.isEmpty() ? errand.silence(place.host()) : "it holds nothing that the primary ever held";
    }
}
