package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.Optional;

/**
 * When a step runs, as far as the file tells.
 *
 * @param earliest it cannot start before
 * @param latest it has started by then; none: nobody can tell
 * @param shortest it lasts at least so long
 * @param longest it lasts at most so long; none: nobody can tell, or until the end of the drill
 * @param open whether it stays until the end of the drill
 */
record Span(Duration earliest, Optional<Duration> latest, Duration shortest, Optional<Duration> longest, boolean open) {

    /** Returns the moment when it has ended for sure. */
    Optional<Duration> end() {
        return latest.flatMap(start -> longest.map(start::plus));
    }

    /** Returns whether the file tells exactly when it starts. */
    boolean startKnown() {
        return latest.filter(earliest::equals).isPresent();
    }

    /** Returns whether both are there at the same moment, whatever happens. */
    boolean meets(Span other) {
        return startKnown()
                && other.startKnown()
                && earliest.compareTo(other.close()) < 0
                && other.earliest.compareTo(close()) < 0;
    }

    /** Returns whether the other one is there for sure when this one starts. */
    boolean covers(Span other) {
        return startKnown()
                && other.startKnown()
                && other.earliest.compareTo(earliest) <= 0
                && earliest.compareTo(other.close()) < 0;
    }

    /** A fault of a moment fills the moment. */
    private Duration close() {
        Duration length = shortest.isZero() ? Duration.ofMillis(1) : shortest;
        return open ? Duration.ofDays(365_000) : earliest.plus(length);
    }
}
