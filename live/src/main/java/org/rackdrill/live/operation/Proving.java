package org.rackdrill.live.operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Lab;

/** Restores a copy beside, and compares it with what was written down at the primary before the copy existed. */
final class Proving {

    /**
     * What is restored.
     *
     * @param taken when the data were so, in seconds since 1970
     * @param backup the id of a backup; none where a snapshot is sent
     */
    private record Choice(String guid, long taken, Optional<String> backup) {}

    private final Lab lab;
    private final Marks marks;
    private final Map<String, Choice> chosen = new ConcurrentHashMap<>();

    Proving(Lab lab, Marks marks) {
        this.lab = lab;
        this.marks = marks;
    }

    void prove(Errand errand, Place copy) {
        Optional<Place> primary = Place.primary(lab, copy.service())
                .filter(place -> place.dataset().isPresent());
        if (primary.isEmpty() || !(copy.holdsSnapshots() || copy.isRepository())) {
            errand.refuse(copy.text() + ": the lab does not say in which datasets the data and the copy are");
            return;
        }
        // What is newest changes while it is restored; the choice does not.
        Optional<Choice> choice =
                Optional.ofNullable(chosen.get(errand.key("restore"))).or(() -> choose(errand, primary.get(), copy));
        if (choice.isEmpty()) {
            errand.refuse(copy.text() + " holds no snapshot of which there is a manifest; `rackdrill ops sync` or"
                    + " `ops backup` makes the next one provable");
            return;
        }
        chosen.put(errand.key("restore"), choice.get());
        Map<String, String> restored = errand.step("restore", copy.host(), job(copy, choice.get()));
        if (errand.goesOn()) {
            errand.fact("taken", String.valueOf(choice.get().taken()));
            compare(errand, primary.get(), copy, choice.get().guid(), restored.getOrDefault("seconds", ""));
        } else if (errand.told().answer().kind() == org.rackdrill.chaos.run.Answer.Kind.REFUSED) {
            note(errand, copy, choice.get().guid(), "bad", "");
        }
    }

    private Optional<Choice> choose(Errand errand, Place primary, Place copy) {
        Set<String> provable = marks.guids(errand, primary);
        if (copy.holdsSnapshots()) {
            List<Snapshot> there = errand.ask(copy.host(), Copying.snapshots(copy))
                    .map(Snapshot::list)
                    .orElse(List.of());
            return Snapshot.newest(there, provable).map(one -> new Choice(one.guid(), one.created(), Optional.empty()));
        }
        Collection<Snapshot> known = new ArrayList<>();
        for (Place place : Place.all(lab, copy.service())) {
            if (place.holdsSnapshots()) {
                errand.hear(place.host(), Copying.snapshots(place))
                        .map(Snapshot::list)
                        .ifPresent(known::addAll);
            }
        }
        return errand.ask(copy.host(), Copying.backups(copy))
                .flatMap(list -> Backup.list(list, known).stream()
                        .filter(backup -> provable.contains(backup.guid()))
                        .reduce((earlier, later) -> later))
                .map(backup -> new Choice(backup.guid(), backup.taken(), Optional.of(backup.id())));
    }

    private Request job(Place copy, Choice choice) {
        Request job = Errand.job("restore")
                .with("service", copy.service())
                .with("copy", copy.at().toString());
        boolean postgres = Place.reach(lab, copy.service())
                .check()
                .filter(check -> check.startsWith("postgres://"))
                .isPresent();
        if (postgres) {
            job = job.with("database", "postgres");
        }
        return choice.backup().isPresent()
                ? job.with("backup", choice.backup().get())
                : job.with("dataset", copy.dataset().orElse("")).with("guid", choice.guid());
    }

    private void compare(Errand errand, Place primary, Place copy, String guid, String seconds) {
        Optional<String> was = marks.find(errand, primary, guid);
        Optional<String> is = Marks.restored(errand, copy.host(), "restore");
        if (was.isEmpty() || is.isEmpty()) {
            return;
        }
        List<String> differences = differences(was.get(), is.get());
        errand.fact("differences", String.valueOf(differences.size()));
        errand.fact("proven", guid);
        note(errand, copy, guid, differences.isEmpty() ? "good" : "bad", seconds);
        if (!differences.isEmpty()) {
            errand.refuse("what " + copy.text() + " gave back is not what was there: "
                    + String.join("; ", differences.subList(0, Math.min(3, differences.size())))
                    + (differences.size() > 3 ? "; and " + (differences.size() - 3) + " more" : ""));
        }
    }

    private static List<String> differences(String was, String is) {
        try {
            return Manifest.read(was).differences(Manifest.read(is));
        } catch (IllegalArgumentException bad) {
            return List.of(String.valueOf(bad.getMessage()));
        }
    }

    private static void note(Errand errand, Place copy, String guid, String verdict, String seconds) {
        Request proven = Request.of("proven")
                .with("service", copy.service())
                .with("copy", copy.at().toString())
                .with("guid", guid)
                .with("verdict", verdict)
                .with("seconds", seconds);
        if (errand.hear(copy.host(), proven).isEmpty()) {
            errand.fact("note", "the proof could not be written down at " + copy.host());
        }
    }
}
