package org.rackdrill.chaos.check;

import java.time.Duration;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.quantity.Share;

/** Amounts as people write them. */
final class Spelled {

    private static final double MILLIS_OF_AN_HOUR = 3.6e6;

    private Spelled() {}

    static String time(Duration duration) {
        return Scale.TIME.about(duration.toMillis() / MILLIS_OF_AN_HOUR);
    }

    static String share(Share share) {
        return Scale.PERCENT.about(share.fraction());
    }
}
