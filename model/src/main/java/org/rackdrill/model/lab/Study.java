package org.rackdrill.model.lab;

import java.time.Duration;

/** How far to look, and from which state. */
public record Study(Duration horizon, Initial initial) {

    /** The state at the start. */
    public enum Initial {
        AS_DESCRIBED,
        NEW,
        STATIONARY
    }
}
