package org.rackdrill.chaos.simulated;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * What a fault does to the simulated lab, and how that is taken back.
 *
 * @param strikes what happens
 * @param undoes what ends it; called once, after it has struck
 * @param gone whether nothing of the fault itself is left
 * @param settles how long after the undo that may take
 */
public record Effect(Runnable strikes, Runnable undoes, BooleanSupplier gone, Duration settles) {

    private static final Runnable NOTHING = () -> {};

    /** Returns whether it ends by itself. */
    public boolean passes() {
        return undoes == NOTHING;
    }

    /** An effect that is gone as soon as it is undone. */
    static Effect of(Runnable strikes, Runnable undoes) {
        return new Effect(strikes, undoes, () -> true, Duration.ZERO);
    }

    /** An effect that ends by itself. */
    static Effect passing(Runnable strikes, BooleanSupplier gone, Duration settles) {
        return new Effect(strikes, NOTHING, gone, settles);
    }
}
