package org.rackdrill.chaos.check;

import java.util.Collection;
import java.util.Comparator;

/** How a drill, or one check of it, ended; from best to worst. */
public enum Verdict {
    /** Everything was seen and was as expected, and every undo was proven. */
    PASSED,
    /** Something could not be seen; this is never a pass. */
    UNKNOWN,
    /** Something was seen that should not be, or a step failed. */
    FAILED,
    /** A guardrail, a person or a signal ended the drill early; all that was applied is undone. */
    ABORTED,
    /** Something that the drill did may still be there. */
    UNDO_FAILED;

    /** Returns the worst of them; of none at all, {@link #UNKNOWN}: nothing was proven. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(UNKNOWN);
    }
}
