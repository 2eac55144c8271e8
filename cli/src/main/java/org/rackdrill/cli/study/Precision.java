package org.rackdrill.cli.study;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 5%} and {@code 0.05}. */
final class Precision implements ITypeConverter<Double> {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,12})?|\\.\\d{1,12})\\s*(%?)");

    @Override
    public Double convert(String text) {
        Matcher share = SHARE.matcher(text.strip());
        if (!share.matches()) {
            throw new TypeConversionException("'" + text + "' is not a precision; write 5% or 0.05.");
        }
        double number = Double.parseDouble(share.group(1));
        double value = share.group(2).isEmpty() ? number : number / 100;
        if (!(value > 0 && value <= 1)) {
            throw new TypeConversionException(
                    "'" + text + "' must be more than 0% and at most 100%; write 5% or 0.05.");
        }
        return value;
    }
}
