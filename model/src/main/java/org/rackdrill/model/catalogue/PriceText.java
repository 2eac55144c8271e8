package org.rackdrill.model.catalogue;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Money;

/**
 * How prices are written: {@code 240 AUD}, or {@code 0.32 AUD/kWh}.
 *
 * @param per what is paid for, such as {@code /kWh}; empty: the thing itself
 * @param example a well-formed amount
 */
public record PriceText(String per, String example) {

    public static final PriceText ONCE = new PriceText("", "240");
    public static final PriceText ENERGY = new PriceText("/kWh", "0.32");

    private static final int LONGEST_QUOTE = 40;
    private static final Pattern PRICE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?([A-Z]{3}) ?(/ ?[a-zA-Z]+)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");

    /** Returns the regular expression of a price, without anchors. */
    public String pattern() {
        return "\\d+(\\.\\d+)? ?[A-Z]{3}" + (per.isEmpty() ? "" : " ?" + per);
    }

    /**
     * Reads a price.
     *
     * @throws BadText when it is none
     */
    public Money parse(String text) {
        Matcher matcher = PRICE.matcher(text);
        if (!matcher.matches()) {
            throw bad(text);
        }
        String unit = matcher.group(3);
        if (!per.equals(unit == null ? "" : unit.replace(" ", ""))) {
            throw new BadText(
                    quote(text) + (per.isEmpty() ? " is not the price of a thing" : " is not a price " + per),
                    "Write it like `" + matcher.group(1) + " " + matcher.group(2) + per + "`.");
        }
        return new Money(Double.parseDouble(String.valueOf(matcher.group(1))), String.valueOf(matcher.group(2)));
    }

    private BadText bad(String text) {
        if (text.startsWith("-") && PRICE.matcher(text.substring(1).strip()).matches()) {
            return new BadText(quote(text) + " is negative", "Write a price from 0 up, like " + wellFormed() + ".");
        }
        if (NUMBER.matcher(text).matches()) {
            return new BadText(
                    quote(text) + " is not a price: it has no currency", "Write `" + text + " AUD" + per + "`.");
        }
        return new BadText(quote(text) + " is not a price", "Write it like " + wellFormed() + ".");
    }

    private String wellFormed() {
        return "`" + example + " AUD" + per + "`";
    }

    /**
     * Reads the range of a price, in the same currency.
     *
     * @throws BadText when it is none
     */
    public Range range(String range, Money price) {
        return RangeText.parse(range, price.amount(), text -> {
            Money bound = parse(text);
            if (!bound.currency().equals(price.currency())) {
                throw new BadText(
                        "the range `" + range + "` is in " + bound.currency() + ", its price in " + price.currency(),
                        "Write both in one currency.");
            }
            return bound.amount();
        });
    }

    /** Returns the price as it reads back. */
    public String format(Money price) {
        return BigDecimal.valueOf(price.amount()).stripTrailingZeros().toPlainString() + " " + price.currency() + per;
    }

    private static String quote(String text) {
        return "`" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "..." : text) + "`";
    }
}
