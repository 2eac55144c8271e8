package org.rackdrill.reports.drill;

import org.rackdrill.chaos.fault.Fault;
import org.rackdrill.chaos.fault.FaultState;
import org.rackdrill.chaos.fault.Target;
import org.rackdrill.chaos.run.Hit;
import org.rackdrill.reports.page.Named;

/** Faults and how far they are, as people say them. */
final class Faulted {
    private Faulted() {}

    /** Such as "node1: the node loses its power at once". */
    static String what(Hit hit) {
        return Named.inSentence(target(hit)) + ": " + hit.fault().kind().means();
    }

    /** Returns what was hit; the mains and a site bear the same name, so the mains say what they are. */
    static String target(Hit hit) {
        return hit.target() instanceof Target.Mains mains
                ? "mains of " + mains.site()
                : hit.target().text();
    }

    /** Returns how it is taken back. */
    static String undo(Fault<?> fault) {
        return fault.undo().means();
    }

    /** Such as "put right, and seen to be". */
    static Mark mark(FaultState state) {
        return switch (state) {
            case UNDONE_VERIFIED -> Mark.KEPT;
            case UNDO_FAILED -> Mark.BROKEN;
            case ARMED, APPLIED, UNDONE_UNVERIFIED -> Mark.UNSEEN;
            case PLANNED, IRREVERSIBLE -> Mark.NEVER;
        };
    }

    /** Returns where the journal leaves it. */
    static String says(FaultState state) {
        return switch (state) {
            case UNDONE_VERIFIED -> "gone, and seen to be";
            case UNDO_FAILED -> "still there, or its undo was refused";
            case UNDONE_UNVERIFIED -> "undone, but nobody could see whether it worked";
            case APPLIED -> "may still be there: nothing says that it was undone";
            case ARMED -> "may be there: it was about to be done";
            case PLANNED -> "never done";
            case IRREVERSIBLE -> "there for good, as the drill wanted";
        };
    }
}
