package org.rackdrill.chaos.run;

import java.time.Duration;
import org.rackdrill.chaos.check.Truth;

/** A time in which a probe saw the same, on the world's clock. */
public record Piece(Duration from, Duration to, Truth truth) {

    /** Returns how long it is. */
    public Duration length() {
        return to.minus(from);
    }
}
