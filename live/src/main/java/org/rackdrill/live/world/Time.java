package org.rackdrill.live.world;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.function.BooleanSupplier;

/**
 * The time of a run on real machines: a clock that only goes forward, whatever happens to the one on the wall.
 *
 * @param clock on the wall, at the lab's first site
 * @param began when the run began, in nanoseconds of the clock that only counts
 * @param stop whether somebody wants the run to end
 */
public record Time(Clock clock, long began, BooleanSupplier stop) {

    /** A stop that is asked for is noticed within this time. */
    private static final Duration NOTICE = Duration.ofMillis(100);

    /** Begins now. */
    public static Time beginning(Clock clock, BooleanSupplier stop) {
        return new Time(clock, System.nanoTime(), stop);
    }

    /** Returns the time since the run began. */
    public Duration now() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Returns the time on the wall. */
    public LocalDateTime date() {
        return LocalDateTime.now(clock);
    }

    /** Returns the second of the epoch at which the run was that old. */
    public double epoch(Duration at) {
        Duration ago = now().minus(at);
        return clock.millis() / 1e3 - ago.toNanos() / 1e9;
    }

    /** Waits until the run is that old. A stop that is asked for meanwhile ends the wait. */
    public void waitUntil(Duration time) {
        boolean before = stop.getAsBoolean();
        Duration left = time.minus(now());
        while (left.compareTo(Duration.ZERO) > 0 && stop.getAsBoolean() == before) {
            try {
                Thread.sleep(Math.max(1, Math.min(left.toMillis(), NOTICE.toMillis())));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
            left = time.minus(now());
        }
    }
}
