package org.rackdrill.cli.study;

import java.time.Duration;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 5y}, {@code 18 months} and {@code 90 d}, as a lab file writes times. */
public final class Horizon implements ITypeConverter<Duration> {
    private static final double LONGEST_HOURS = 100 * 8760;

    @Override
    public Duration convert(String text) {
        double hours = hours(text);
        if (hours < 1 || hours > LONGEST_HOURS) {
            throw new TypeConversionException("'" + text + "' must lie between 1 hour and 100 years.");
        }
        return Duration.ofSeconds(Math.round(hours * 3600));
    }

    private static double hours(String text) {
        try {
            return Scale.TIME.parse(text.strip());
        } catch (BadText e) {
            throw new TypeConversionException("'" + text + "' is not a time; write 5y, 18 months or 90d.");
        }
    }
}
