package org.rackdrill.model.catalogue;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.quantity.Quantity;
import org.rackdrill.model.quantity.Scale;

/** Plausible ranges as they are written behind a best guess: {@code (4 y - 15 y)} or {@code (x0.5 - x2)}. */
public final class RangeText {

    private static final Pattern BOUNDS = Pattern.compile("(.+?)\\s+(?:-|–|to)\\s+(.+)");
    private static final Pattern FACTOR = Pattern.compile("x(\\d+(?:\\.\\d+)?)");
    private static final Pattern BARE = Pattern.compile("[\\d.]+");
    private static final String HOW = "Write it like `(4 y - 15 y)` or `(x0.5 - x2)`, the smaller bound first.";

    private RangeText() {}

    /** Splits {@code 8 W (6 W - 9 W)} into the value and what stands in the brackets behind it, or an empty text. */
    public static String[] split(String text) {
        String stripped = text.strip();
        int open = stripped.lastIndexOf(" (");
        if (!stripped.endsWith(")") || open < 0) {
            return new String[] {stripped, ""};
        }
        String inside = stripped.substring(open + 2, stripped.length() - 1);
        return inside.contains("(") || inside.contains(")")
                ? new String[] {stripped, ""}
                : new String[] {stripped.substring(0, open).strip(), inside.strip()};
    }

    /**
     * Reads a range as factors on the best guess.
     *
     * @param value the text of the best guess; a range behind {@code afr} is one of rates, so its factors on time are
     *     turned round
     * @param typical the best guess in the base unit
     * @throws BadText when the bounds cannot be read, or the best guess does not lie between them
     */
    static Range parse(String range, String value, double typical, Scale scale) {
        if (range.isEmpty()) {
            return Range.CERTAIN;
        }
        if (value.startsWith("afr ") && !range.contains("x")) {
            double rate = Scale.PERCENT.parse(value.substring("afr ".length()));
            Range rates = parse(range, rate, Scale.PERCENT::parse);
            return new Range(1 / rates.high(), 1 / rates.low());
        }
        return parse(range, typical, scale::parse);
    }

    /**
     * Reads a range as factors on the best guess.
     *
     * @param typical the best guess
     * @param amount reads a bound, which may throw {@link BadText}
     * @throws BadText when the bounds cannot be read, or the best guess does not lie between them
     */
    public static Range parse(String range, double typical, ToDoubleFunction<String> amount) {
        if (range.isEmpty()) {
            return Range.CERTAIN;
        }
        Matcher bounds = BOUNDS.matcher(range);
        if (!bounds.matches()) {
            throw new BadText("the range `" + range + "` has no two bounds", HOW);
        }
        String low = String.valueOf(bounds.group(1)).strip();
        String high = String.valueOf(bounds.group(2)).strip();
        Matcher lowFactor = FACTOR.matcher(low);
        Matcher highFactor = FACTOR.matcher(high);
        if (lowFactor.matches() && highFactor.matches()) {
            return factors(number(lowFactor), number(highFactor), range);
        }
        if (typical <= 0 || typical == Double.POSITIVE_INFINITY) {
            throw new BadText(
                    "a best guess of " + (typical <= 0 ? "0" : "never") + " cannot have a range", "Leave it out.");
        }
        String unit = high.replaceFirst("^[-+\\d.eE]+", "");
        String lowWithUnit = BARE.matcher(low).matches() ? low + unit : low;
        return factors(amount.applyAsDouble(lowWithUnit) / typical, amount.applyAsDouble(high) / typical, range);
    }

    /** Returns the range of a setting as a person would write it, without brackets; empty when certain. */
    public static String of(Setting<?> setting) {
        Range range = setting.range();
        String text = setting.text();
        if (range.certain()) {
            return "";
        }
        if (text.startsWith("afr ")) {
            double rate = Scale.PERCENT.parse(text.substring("afr ".length()));
            return between(rate / range.high(), rate / range.low(), Scale.PERCENT::about);
        }
        if (setting.value() instanceof Life life && hasTime(life)) {
            return between(LifeText.typicalHours(life), range, Scale.TIME::about);
        } else if (setting.value() instanceof Duration duration) {
            return between(duration.toNanos() / 3.6e12, range, Scale.TIME::about);
        } else if (setting.value() instanceof Money money) {
            return between(money.amount(), range, amount -> Scale.number(amount) + " " + money.currency());
        } else if (setting.value() instanceof Quantity quantity
                && scale(quantity).isPresent()) {
            Scale scale = scale(quantity).get();
            return between(quantity.amount(), range, amount -> scale.about(amount, text));
        }
        return between(range.low(), range.high(), Scale.PERCENT::about);
    }

    private static Optional<Scale> scale(Quantity quantity) {
        return ValueText.of(quantity.getClass()).flatMap(ValueText::scale);
    }

    private static String between(double typical, Range range, DoubleFunction<String> about) {
        return between(typical * range.low(), typical * range.high(), about);
    }

    private static boolean hasTime(Life life) {
        double typical = LifeText.typicalHours(life);
        return typical > 0 && typical < Double.POSITIVE_INFINITY;
    }

    private static String between(double low, double high, DoubleFunction<String> about) {
        return about.apply(low) + " - " + about.apply(high);
    }

    private static Range factors(double low, double high, String range) {
        double small = low > 1 && low < 1 + 1e-9 ? 1 : low;
        double large = high < 1 && high > 1 - 1e-9 ? 1 : high;
        if (small > large) {
            throw new BadText("the range `" + range + "` is upside down", HOW);
        }
        if (small <= 0) {
            throw new BadText("the range `" + range + "` starts at 0", "Write a lower bound above 0.");
        }
        if (small > 1 || large < 1 || large > 1e6) {
            throw new BadText("the best guess does not lie in its range `" + range + "`", HOW);
        }
        return new Range(small, large);
    }

    private static double number(Matcher matcher) {
        return Double.parseDouble(String.valueOf(matcher.group(1)));
    }
}
