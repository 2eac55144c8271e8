package org.rackdrill.cli.study;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 5y}, {@code 18 months} and {@code 90 d}. A year is 8,760 hours, a month a twelfth of it. */
final class Horizon implements ITypeConverter<Duration> {
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,7}(?:\\.\\d{1,6})?)\\s*(y|years?|months?|mo|w|weeks?|d|days?|h|hours?)");
    private static final Duration LONGEST = Duration.ofHours(100 * 8760L);

    @Override
    public Duration convert(String text) {
        Matcher time = TIME.matcher(text.strip());
        if (!time.matches()) {
            throw new TypeConversionException("'" + text + "' is not a time; write 5y, 18 months or 90d.");
        }
        double hours = Double.parseDouble(time.group(1)) * hours(time.group(2));
        Duration horizon = Duration.ofSeconds(Math.round(hours * 3600));
        if (horizon.compareTo(Duration.ofHours(1)) < 0 || horizon.compareTo(LONGEST) > 0) {
            throw new TypeConversionException("'" + text + "' must lie between 1 hour and 100 years.");
        }
        return horizon;
    }

    private static double hours(String unit) {
        return switch (unit.charAt(0)) {
            case 'y' -> 8760;
            case 'm' -> 730;
            case 'w' -> 168;
            case 'd' -> 24;
            default -> 1;
        };
    }
}
