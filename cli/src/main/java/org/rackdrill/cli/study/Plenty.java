package org.rackdrill.cli.study;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a number of histories, which may be large. */
public final class Plenty implements ITypeConverter<Integer> {
    private static final int MOST = 1_000_000_000;

    @Override
    public Integer convert(String text) {
        try {
            int histories = Integer.parseInt(text.strip());
            if (histories >= 1 && histories <= MOST) {
                return histories;
            }
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a whole number up to " + MOST + ".");
        }
        throw new TypeConversionException("'" + text + "' must lie between 1 and " + MOST + ".");
    }
}
