package org.rackdrill.live.world;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.fault.Target;

/** What is known of data after the fact. */
public interface Ledger {

    /** Returns the last restore of a copy that came to its end in this run; none: no restore did. */
    Optional<Restored> restored(Target.Copy copy);

    /**
     * Returns what was confirmed to whoever wrote it and is not there now; none when nobody counts what is written. What
     * was lost before anything that is there still and was confirmed before a moment was lost by something else.
     *
     * @param before of an accident
     */
    Optional<Missing> missing(String service, Instant before);

    /** Returns whether a service ran on one node at most at any moment since so long ago; unknown when nobody remembers. */
    Observation neverTwice(String service, Duration ago);

    /** Returns the last ordered end of a node; {@link Stop#orderly} when it was after a moment; none when nobody can tell. */
    Optional<Stop> lastStop(String node, Instant after);

    /**
     * Writes that are gone.
     *
     * @param rows how many
     * @param oldest when the oldest of them was confirmed; none when there are none
     */
    record Missing(long rows, Optional<Instant> oldest) {}

    /**
     * The end of a node's life.
     *
     * @param orderly whether there was one since then: everything on it was stopped first
     * @param charge of the UPS that feeds it, as a fraction; none when it said nothing
     */
    record Stop(Instant at, boolean orderly, Optional<Double> charge) {}
}
