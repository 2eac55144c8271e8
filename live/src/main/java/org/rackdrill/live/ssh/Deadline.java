package org.rackdrill.live.ssh;

import java.time.Duration;

/**
 * A moment, by a clock that only counts.
 *
 * @param within how long it was until then when it was set
 */
record Deadline(long nanos, Duration within) {
    // Whoever waits for ever can wait for a century; adding more would overflow.
    private static final Duration LONGEST = Duration.ofDays(36_500);

    static Deadline in(Duration within) {
        Duration wait = within.isNegative() ? Duration.ZERO : within;
        return new Deadline(System.nanoTime() + (wait.compareTo(LONGEST) > 0 ? LONGEST : wait).toNanos(), within);
    }

    /** Returns how long it is until then; zero when it is over. */
    Duration left() {
        return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
    }

    boolean over() {
        return nanos - System.nanoTime() <= 0;
    }

    /** Says that it was missed. */
    String missed() {
        return "no answer within "
                + (within.toMillis() % 1000 == 0 ? within.toSeconds() + " s" : within.toMillis() + " ms");
    }

    Deadline orSooner(Duration within) {
        Deadline other = in(within);
        return other.nanos - nanos < 0 ? other : this;
    }
}
