package org.rackdrill.live.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.live.host.Request;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Lab;

/** Brings copies up to date, and believes only what it sees on the target. */
final class Copying {
    private static final List<String> TRIES = List.of("run", "again");

    private final Lab lab;
    private final Marks marks;

    Copying(Lab lab, Marks marks) {
        this.lab = lab;
        this.marks = marks;
    }

    /**
     * Brings a copy up to date. A snapshot of our own is taken first: once the target has one of the same guid, it
     * holds what the primary held when we were asked, whatever the tool said and whatever the clocks say.
     */
    void sync(Errand errand, Place copy) {
        if (copy.isRepository()) {
            backup(errand, copy);
            return;
        }
        Optional<Place> primary = primary(errand, copy);
        if (primary.isEmpty() || !copy.holdsSnapshots()) {
            errand.refuse(copy.text() + ": the lab does not say in which datasets the data and the copy are");
            return;
        }
        marks.mark(errand, primary.get()).ifPresent(guid -> send(errand, primary.get(), copy, guid, "sync-"));
    }

    private Optional<Place> primary(Errand errand, Place copy) {
        Optional<Place> primary = Place.primary(lab, copy.service())
                .filter(place -> place.dataset().isPresent());
        if (primary.isEmpty()) {
            errand.refuse("the lab does not say in which dataset the data of " + copy.service() + " are");
        }
        return primary;
    }

    /** Runs the tool until the snapshot has arrived, twice at most: a run that was on its way may have been older. */
    private static void send(Errand errand, Place primary, Place copy, String guid, String name) {
        String runner = pulls(copy) ? copy.host() : primary.host();
        Map<String, String> ran = Map.of();
        for (String attempt : TRIES) {
            ran = errand.step(
                    name + attempt,
                    runner,
                    Errand.job("sync")
                            .with("service", copy.service())
                            .with("copy", copy.at().toString()));
            if (!errand.goesOn()) {
                return;
            }
            // A target that was never reached has no such dataset, which is an answer too.
            List<Snapshot> there = errand.hear(copy.host(), snapshots(copy))
                    .map(Snapshot::list)
                    .orElse(List.of());
            if (Snapshot.newest(there, List.of(guid)).isPresent()) {
                errand.fact("arrived", guid);
                errand.step(
                        name + "thin-out",
                        copy.host(),
                        Errand.job("thin-out").with("dataset", copy.dataset().orElse("")));
                return;
            }
        }
        errand.refuse("the snapshot did not arrive at " + copy.text() + ", although the tool ended with "
                + ran.getOrDefault("exit", "?") + ": " + ran.getOrDefault("said", ""));
    }

    /** Takes one more backup into a repository, of the primary or of a copy beside the repository. */
    void backup(Errand errand, Place copy) {
        if (!copy.isRepository()) {
            sync(errand, copy);
            return;
        }
        Optional<Place> primary = primary(errand, copy);
        if (primary.isEmpty()) {
            return;
        }
        Optional<String> guid = marks.mark(errand, primary.get());
        if (guid.isEmpty()) {
            return;
        }
        Place source = primary.get();
        Optional<Place> beside = Place.copies(lab, copy.service()).stream()
                .filter(place -> place.holdsSnapshots() && place.host().equals(copy.host()))
                .findFirst();
        if (pulls(copy) && beside.isPresent()) {
            send(errand, primary.get(), beside.get(), guid.get(), "source-");
            source = beside.get();
        }
        store(errand, source, copy, guid.get());
    }

    private static void store(Errand errand, Place source, Place copy, String guid) {
        Map<String, String> ran = errand.step(
                "backup",
                source.host(),
                Errand.job("backup")
                        .with("service", copy.service())
                        .with("copy", copy.at().toString())
                        .with("dataset", source.dataset().orElse(""))
                        .with("guid", guid));
        Optional<String> list = errand.ask(source.host(), backups(copy));
        if (list.isPresent()) {
            if (Backup.list(list.get(), List.of()).stream()
                    .noneMatch(backup -> backup.guid().equals(guid))) {
                errand.refuse(
                        "the repository " + copy.text() + " does not list the backup, although the tool ended with "
                                + ran.getOrDefault("exit", "?") + ": " + ran.getOrDefault("said", ""));
            }
            errand.fact("arrived", guid);
        }
    }

    static boolean pulls(Place copy) {
        return copy.copy().map(one -> one.direction() == Copy.Direction.PULL).orElse(false);
    }

    static Request snapshots(Place place) {
        return Request.of("snapshots").with("dataset", place.dataset().orElse(""));
    }

    static Request backups(Place copy) {
        return Request.of("backups")
                .with("service", copy.service())
                .with("copy", copy.at().toString());
    }
}
