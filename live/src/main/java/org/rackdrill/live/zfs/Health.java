package org.rackdrill.live.zfs;

import java.util.Map;

/** What ZFS calls the state of a pool or of a part of one. */
public enum Health {
    ONLINE,
    DEGRADED,
    FAULTED,
    OFFLINE,
    UNAVAIL,
    REMOVED,
    /** Nothing is read or written any more, and what tries waits for ever. */
    SUSPENDED,
    /** A spare that waits. */
    AVAIL,
    /** A spare that stands in for a disk. */
    INUSE,
    /** It could not be read. */
    UNKNOWN;

    private static final Map<String, Health> WORDS = Map.of(
            "ONLINE", ONLINE,
            "DEGRADED", DEGRADED,
            "FAULTED", FAULTED,
            "OFFLINE", OFFLINE,
            "UNAVAIL", UNAVAIL,
            "REMOVED", REMOVED,
            "SUSPENDED", SUSPENDED,
            "AVAIL", AVAIL,
            "INUSE", INUSE);

    /** Returns the state of that name, {@link #UNKNOWN} for any other word. */
    static Health of(String word) {
        return WORDS.getOrDefault(word, UNKNOWN);
    }
}
