package org.rackdrill.chaos.run;

import java.util.List;
import org.rackdrill.chaos.fault.Target;

/**
 * What an aim leads to.
 *
 * @param why there is no target; empty when there is one
 */
public record Found(List<Target> targets, String why) {
    public Found {
        targets = List.copyOf(targets);
    }

    /** Returns targets. */
    public static Found of(List<? extends Target> targets) {
        return new Found(List.copyOf(targets), targets.isEmpty() ? "there is none" : "");
    }

    /** Returns no target. */
    public static Found none(String why) {
        return new Found(List.of(), why);
    }
}
