package org.rackdrill.simulator.storage;

import java.util.List;
import org.rackdrill.simulator.kernel.Luck;

/**
 * Devices and loads of which something is known.
 *
 * @param name of the case that it belongs to, such as {@code O3}
 * @param words what it is, for a person
 * @param seconds how long a history must be for the quick form
 */
record Setting(String name, String words, Rig rig, double seconds, List<Known> known) {

    private static final int HISTORIES = 20;

    /** The interval in the full form is a fifth of that in the quick one. */
    private static final double LONGER_IN_FULL = 25;

    List<Finding> find(long seed, boolean inFull) {
        Span span = Span.ofSeconds(inFull ? seconds * LONGER_IN_FULL : seconds);
        // Settings do not share their luck: else they would all miss together.
        Trial trial = Trial.run(rig, span, HISTORIES, seed ^ Luck.nameOf(words));
        return known.stream()
                .map(it -> new Finding(this, it, seed, trial.estimate(it.in())))
                .toList();
    }

    /** Returns how long all histories of the quick form are together. */
    double simulatedSeconds() {
        return HISTORIES * seconds;
    }

    @Override
    public String toString() {
        return name + ", " + words;
    }
}
