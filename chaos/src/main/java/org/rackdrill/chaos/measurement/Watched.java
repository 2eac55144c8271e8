package org.rackdrill.chaos.measurement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What a monitor has seen of something.
 *
 * @param name of the monitor
 * @param watched how long it was looked at, without the time in which nobody knows; not negative
 * @param outages in order; the last one may not have been over
 */
public record Watched(String name, Duration watched, List<Outage> outages) implements Measurement {
    public Watched {
        outages = List.copyOf(outages);
    }

    /**
     * A time in which it did not work.
     *
     * @param over whether it was seen to end
     */
    public record Outage(Instant from, Duration lasted, boolean over) {

        /** Returns whether both were down at some moment. */
        public boolean overlaps(Outage other) {
            return from.isBefore(other.from.plus(other.lasted)) && other.from.isBefore(from.plus(lasted));
        }
    }
}
