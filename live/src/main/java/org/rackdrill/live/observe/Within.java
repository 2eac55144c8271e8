package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.Locale;
import org.rackdrill.live.host.Request;

/** The time that is left for one observation, however many questions it takes. */
final class Within {
    private final long end;

    Within(Duration time) {
        end = System.nanoTime() + time.toNanos();
    }

    /** Returns what is left, at least a millisecond. */
    Duration left() {
        return Duration.ofNanos(Math.max(1_000_000, end - System.nanoTime()));
    }

    /** Returns half of what is left, for a question after whose failure others are to be asked. */
    Duration half() {
        return left().dividedBy(2);
    }

    /** Returns a request whose child on the host ends before we give up, so that it can still say so. */
    static Request patient(Request request, Duration time) {
        double seconds = Math.max(0.1, Math.min(60, time.toMillis() / 1000.0 * 0.8));
        return request.with("within", String.format(Locale.ROOT, "%.1f", seconds));
    }
}
