package org.rackdrill.cli.study;

import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a day, written as 2026-11-26. */
public final class Day implements ITypeConverter<LocalDate> {
    private static final int FIRST = 1970;
    private static final int LAST = 9000;

    @Override
    public LocalDate convert(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            if (day.getYear() >= FIRST && day.getYear() <= LAST) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no day: write it like 2026-11-26.");
        }
        throw new TypeConversionException("'" + text + "' is too far away: write a day like 2026-11-26.");
    }
}
