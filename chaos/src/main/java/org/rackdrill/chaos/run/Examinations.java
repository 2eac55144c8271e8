package org.rackdrill.chaos.run;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What hits would do, asked once for each hit and moment: to find out may cost a world much, and a run that was planned
 * just now asks the same again when it starts.
 */
final class Examinations {
    private final World world;
    private final Map<Hit, Answered> known = new HashMap<>();
    private int changes;

    private record Answered(Duration at, Examined examined) {}

    Examinations(World world) {
        this.world = world;
    }

    /** Returns what a hit would do if it were done now. */
    Examined of(Hit hit) {
        Answered answered = known.get(hit);
        if (answered == null || !answered.at().equals(world.now())) {
            Examined examined = world.examine(hit);
            answered = new Answered(world.now(), examined);
            known.put(hit, answered);
        }
        return answered.examined();
    }

    /** Forgets everything, because something was done: the next hit may take the last redundancy. */
    void forget() {
        known.clear();
        changes++;
    }

    /** Returns how often something was done: as long as it is the same, what was examined is as it was. */
    int changes() {
        return changes;
    }
}
