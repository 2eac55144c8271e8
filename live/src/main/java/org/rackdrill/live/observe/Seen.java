package org.rackdrill.live.observe;

import java.time.Duration;
import java.util.Locale;
import org.rackdrill.chaos.check.Observation;
import org.rackdrill.chaos.check.Truth;
import org.rackdrill.live.host.Reply;
import org.rackdrill.live.text.Shown;

/** Observations, and the words in them. */
final class Seen {
    private Seen() {}

    static Observation of(boolean good, String value) {
        return new Observation(good ? Truth.TRUE : Truth.FALSE, value, "");
    }

    static Observation of(Truth truth, String value, String whyUnknown) {
        return new Observation(truth, value, truth == Truth.UNKNOWN ? whyUnknown : "");
    }

    static Observation unknown(String why) {
        return new Observation(Truth.UNKNOWN, "", Shown.text(why));
    }

    /** Returns what is left to say about a node that did not do what it was asked. */
    static Observation unanswered(Reply reply) {
        return unknown(reply.why());
    }

    /** Returns a time as people say it. */
    static String time(Duration time) {
        double seconds = time.toMillis() / 1000.0;
        if (seconds < 1) {
            return time.toMillis() + " ms";
        } else if (seconds < 120) {
            return String.format(Locale.ROOT, seconds < 10 ? "%.1f s" : "%.0f s", seconds);
        }
        return seconds < 7200
                ? String.format(Locale.ROOT, "%.0f min", seconds / 60)
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }
}
