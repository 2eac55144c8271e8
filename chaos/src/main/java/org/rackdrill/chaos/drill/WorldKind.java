package org.rackdrill.chaos.drill;

import java.util.Locale;

/** Where a drill may run. */
public enum WorldKind {
    /** In the simulator. */
    SIM,
    /** On throw-away hosts on one machine, with real programs. */
    SANDBOX,
    /** On the machines that people use. */
    LIVE;

    /** Returns its word in drill files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns whether every fault there needs an undo and an end, because nobody can start the world anew. */
    public boolean needsUndo() {
        return this != SIM;
    }
}
