package org.rackdrill.cli.planning;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 99.9%}: what services should keep. */
public final class Goal implements ITypeConverter<Double> {
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?) ?%");

    @Override
    public Double convert(String text) {
        Matcher percent = PERCENT.matcher(text.strip());
        if (!percent.matches()) {
            throw new TypeConversionException("'" + text + "' is not a goal; write 99.9%.");
        }
        double goal =
                new java.math.BigDecimal(percent.group(1)).movePointLeft(2).doubleValue();
        if (!(goal > 0 && goal < 1)) {
            throw new TypeConversionException(
                    "'" + text + "' must lie between 0% and 100%; nothing is up all of the time, so write 99.9%.");
        }
        return goal;
    }
}
