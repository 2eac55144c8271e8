package org.rackdrill.live.sandbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting for something that cannot tell us when it happens. */
final class Pause {
    private static final Duration STEP = Duration.ofMillis(25);

    private Pause() {}

    static void of(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Interrupted();
        }
    }

    /** Returns whether it became true in time. */
    static boolean until(Duration within, BooleanSupplier wanted) {
        long end = System.nanoTime() + within.toNanos();
        while (!wanted.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            of(STEP);
        }
        return true;
    }
}
