package org.rackdrill.chaos.run;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.chaos.journal.Damage;
import org.rackdrill.chaos.journal.Disk;
import org.rackdrill.chaos.journal.Recovered;

/** What earlier runs may have left broken, as far as their journals tell. */
final class LeftBehind {
    static final String JOURNAL = ".journal";

    private final Map<String, Story.Owed> owed = new LinkedHashMap<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private final List<String> unclear = new ArrayList<>();

    /** What one journal tells. */
    private record Told(String name, Story story, Optional<Damage> damage) {
        LocalDateTime date() {
            return story.opened().map(Entry.Opened::date).orElse(LocalDateTime.MIN);
        }
    }

    private LeftBehind() {}

    /** Reads all journals; one that cannot be read keeps nothing that others tell from being undone. */
    static LeftBehind in(Disk disk) {
        LeftBehind left = new LeftBehind();
        try {
            disk.names().stream().filter(name -> name.endsWith(JOURNAL)).forEach(name -> left.read(disk, name));
        } catch (IOException e) {
            left.unclear.add("the journals cannot be listed: " + e.getMessage());
        }
        // Names tell nothing of the order of runs, and no clock but that on the wall goes on between them.
        left.told.sort(Comparator.comparing(Told::date));
        left.told.forEach(left::owe);
        left.settled.forEach(left.owed::remove);
        return left;
    }

    /** Returns the hits that may still be there, those that were broken first first. */
    List<Story.Owed> owed() {
        return List.copyOf(owed.values());
    }

    /** Returns why nobody can say what else may be there, and what to do about it; empty when that is all. */
    List<String> unclear() {
        return List.copyOf(unclear);
    }

    private void read(Disk disk, String name) {
        try {
            read(name, Recovered.of(disk.read(name)));
        } catch (IOException e) {
            unclear.add(name + " cannot be read: " + e.getMessage());
        } catch (Unreadable e) {
            unclear.add(name + ": " + e.getMessage());
        }
    }

    private void read(String name, Recovered recovered) throws Unreadable {
        Story story = Story.of(Entries.of(recovered));
        if (story.opened().isEmpty()) {
            if (recovered.damage().isPresent() && recovered.damage().get().hides()) {
                unclear.add("the beginning of " + name + " is damaged ("
                        + recovered.damage().get() + "): look at the hosts, then move it to another directory");
            }
            // Nothing is armed before the first record lasts.
            return;
        }
        told.add(new Told(name, story, recovered.damage()));
    }

    private void owe(Told journal) {
        Story story = journal.story;
        story.open().forEach(this::owe);
        if (journal.damage.isPresent() && story.plan().isPresent()) {
            // What the damaged part tells came after all that can be read.
            Suspects suspects = new Suspects(story, story.plan().get());
            suspects.owed().forEach(this::owe);
            suspects.unknown()
                    .forEach(step -> unclear.add(journal.name + " is damaged (" + journal.damage.get()
                            + "), and nobody can say what step " + step
                            + " has hit: look at the hosts, then move it to another directory"));
        }
        story.states().keySet().stream().filter(story::settled).forEach(settled::add);
    }

    /** Whichever run armed it or took it over: its timer is waited for as long as the longest lease. */
    private void owe(Story.Owed hit) {
        owed.merge(hit.hit().key(), hit, (a, b) -> a.lease().compareTo(b.lease()) > 0 ? a : b);
    }
}
