package org.rackdrill.chaos.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.journal.Disk;
import org.rackdrill.chaos.journal.Recovered;

/** What earlier runs may have left broken, as far as their journals tell. */
final class LeftBehind {
    static final String JOURNAL = ".journal";

    private final Map<String, Story.Owed> owed = new LinkedHashMap<>();
    private final Set<String> settled = new HashSet<>();

    private LeftBehind() {}

    /**
     * Reads all journals.
     *
     * @throws IOException when one cannot be read
     * @throws Unreadable when one cannot be understood, so that nobody can say what its run has left
     */
    static List<Story.Owed> in(Disk disk) throws IOException, Unreadable {
        LeftBehind left = new LeftBehind();
        for (String name : disk.names()) {
            if (name.endsWith(JOURNAL)) {
                left.read(name, Recovered.of(disk.read(name)));
            }
        }
        left.settled.forEach(left.owed::remove);
        return new ArrayList<>(left.owed.values());
    }

    private void read(String name, Recovered recovered) throws Unreadable {
        Story story = story(name, recovered);
        if (story.opened().isEmpty()) {
            if (recovered.damage().isPresent() && recovered.damage().get().hides()) {
                throw new Unreadable("the beginning of " + name + " is damaged ("
                        + recovered.damage().get() + "): look at the hosts, then move it to another directory");
            }
            // Nothing is armed before the first record lasts.
            return;
        }
        if (recovered.damage().isPresent()) {
            suspect(story);
        }
        story.open().forEach(hit -> owed.put(hit.hit().key(), hit));
        story.states().forEach((hit, state) -> {
            if (state == FaultState.UNDONE_VERIFIED) {
                settled.add(hit);
            }
        });
    }

    /** What the damaged part said may have been done: everything that was planned is undone and proven. */
    private void suspect(Story story) {
        story.plan()
                .ifPresent(plan -> plan.hits().stream()
                        .filter(planned -> !planned.hit().irreversible())
                        .filter(planned ->
                                !story.states().containsKey(planned.hit().key()))
                        .forEach(planned -> owed.put(
                                planned.hit().key(),
                                new Story.Owed(
                                        planned.hit(),
                                        planned.examined().undo(),
                                        planned.examined().settles()))));
    }

    private static Story story(String name, Recovered recovered) throws Unreadable {
        try {
            return Story.of(Entries.of(recovered));
        } catch (Unreadable e) {
            throw new Unreadable(name + ": " + e.getMessage(), e);
        }
    }
}
