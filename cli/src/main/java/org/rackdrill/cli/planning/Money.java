package org.rackdrill.cli.planning;

import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 3000}: an amount in the money of the lab. */
public final class Money implements ITypeConverter<Double> {
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(\\.\\d{1,2})?");

    @Override
    public Double convert(String text) {
        String amount = text.strip();
        if (amount.startsWith("-")) {
            throw new TypeConversionException("'" + text + "' is negative; write a budget from 0 up, such as 3000.");
        }
        if (!AMOUNT.matcher(amount).matches()) {
            throw new TypeConversionException(
                    "'" + text + "' is not an amount; write 3000, in the money of the lab, without a currency.");
        }
        return Double.parseDouble(amount);
    }
}
