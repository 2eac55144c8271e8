package org.rackdrill.live.nut;

import java.util.Optional;

/**
 * What came of asking about a UPS.
 *
 * @param state what it says; none when it said nothing that counts
 * @param why for no state, one clause
 */
public record UpsAnswer(Kind kind, Optional<UpsState> state, String why) {

    /** How it ended. */
    public enum Kind {
        TOLD,
        /** Its server answers, and has not heard from the UPS for too long. */
        STALE,
        /** Its server answers, and its driver does not run. */
        NO_DRIVER,
        /** Its server answers, and knows no UPS of that name. */
        NO_SUCH_UPS,
        /** Its server answers, and will not say. */
        DENIED,
        /** Nobody answers, or not in time. */
        UNREACHABLE,
        /** Somebody answers who does not speak like NUT. */
        GARBAGE
    }

    /** Returns what a UPS says. */
    public static UpsAnswer told(UpsState state) {
        return new UpsAnswer(Kind.TOLD, Optional.of(state), "");
    }

    /** Returns the answer of somebody who said nothing that counts. */
    public static UpsAnswer none(Kind kind, String why) {
        return new UpsAnswer(kind, Optional.empty(), why);
    }
}
