package org.rackdrill.simulator.process;

import java.util.function.BooleanSupplier;

/** Work of so many hours that stands still while something is missing for it; counted from look to look. */
final class Stretch {

    private final BooleanSupplier goesOn;
    private double left;
    private double lookedAt = Double.NaN;

    Stretch(double hours, BooleanSupplier goesOn) {
        left = hours;
        this.goesOn = goesOn;
    }

    /** Returns whether it is done at a moment, in hours. */
    boolean through(double now) {
        if (!Double.isNaN(lookedAt) && goesOn.getAsBoolean()) {
            left -= now - lookedAt;
        }
        lookedAt = now;
        return left <= 0;
    }
}
