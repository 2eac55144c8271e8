package org.rackdrill.chaos.importing.chaostoolkit;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Meant;

/** Times as the toolkit writes them. */
final class Seconds {

    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}(\\.\\d{1,9})?");
    private static final double MOST = 365 * 86_400.0;

    private Seconds() {}

    /**
     * Returns a time, to the millisecond.
     *
     * @throws BadText when it is none, or longer than a year
     */
    static Duration of(String text) {
        if (!NUMBER.matcher(text.strip()).matches()) {
            throw new BadText("`" + Meant.shortened(text) + "` is no time in seconds", "Write it like `30`.");
        }
        double seconds = Double.parseDouble(text.strip());
        if (seconds > MOST) {
            throw new BadText("`" + Meant.shortened(text) + "` seconds are more than a year", "Write a shorter time.");
        }
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    /** Returns a time as {@code sleep} takes it: seconds, or a number with s, m, h or d; nothing when it is another. */
    static Optional<Duration> slept(String text) {
        String number = text.strip().replaceFirst("[smhd]$", "");
        long unit = text.endsWith("m") ? 60 : text.endsWith("h") ? 3600 : text.endsWith("d") ? 86_400 : 1;
        try {
            Duration slept = of(number).multipliedBy(unit);
            return slept.toSeconds() > MOST ? Optional.empty() : Optional.of(slept);
        } catch (BadText bad) {
            return Optional.empty();
        }
    }
}
