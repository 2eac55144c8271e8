package org.rackdrill.model.catalogue;

import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.lab.RuntimeCurve;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.BadText;
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
    static String[] split(String text) {
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
        if (value.startsWith("afr ")) {
            double rate = Scale.PERCENT.parse(value.substring("afr ".length()));
            Range rates = measured(low, high, rate, Scale.PERCENT, range);
            return new Range(1 / rates.high(), 1 / rates.low());
        }
        return measured(low, high, typical, scale, range);
    }

    /** Returns the range of a setting as a person would write it, without brackets; empty when certain. */
    public static String of(Setting<?> setting) {
        Range range = setting.range();
        if (range.certain()) {
            return "";
        }
        if (setting.text().startsWith("afr ")) {
            double rate = Scale.PERCENT.parse(setting.text().substring("afr ".length()));
            return between(rate / range.high(), rate / range.low(), Scale.PERCENT::about);
        }
        if (setting.value() instanceof RuntimeCurve || (setting.value() instanceof Life life && !hasTime(life))) {
            return between(range.low(), range.high(), Scale.PERCENT::about);
        }
        if (setting.value() instanceof Life life) {
            double typical = ValueText.LIFE.typical().applyAsDouble(life);
            return between(typical * range.low(), typical * range.high(), Scale.TIME::about);
        }
        if (setting.value() instanceof java.time.Duration duration) {
            double hours = duration.toNanos() / 3.6e12;
            return between(hours * range.low(), hours * range.high(), Scale.TIME::about);
        }
        if (setting.value() instanceof Quantity quantity) {
            return of(quantity, range);
        }
        return between(range.low(), range.high(), Scale.PERCENT::about);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the scale is the one of the quantity's own class
    private static String of(Quantity quantity, Range range) {
        DoubleUnaryOperator times = factor -> quantity.amount() * factor;
        ValueText<?> text =
                (ValueText<?>) ValueText.of((Class) quantity.getClass()).orElse(null);
        if (text == null || text.scale().isEmpty()) {
            return between(range.low(), range.high(), Scale.PERCENT::about);
        }
        Scale scale = text.scale().get();
        return between(times.applyAsDouble(range.low()), times.applyAsDouble(range.high()), scale::about);
    }

    private static boolean hasTime(Life life) {
        double typical = ValueText.LIFE.typical().applyAsDouble(life);
        return typical > 0 && typical < Double.POSITIVE_INFINITY;
    }

    private static String between(double low, double high, java.util.function.DoubleFunction<String> about) {
        return about.apply(low) + " - " + about.apply(high);
    }

    private static Range measured(String low, String high, double typical, Scale scale, String range) {
        String unit = high.replaceFirst("^[-+\\d.eE]+", "");
        String lowWithUnit = BARE.matcher(low).matches() ? low + unit : low;
        if (typical <= 0 || typical == Double.POSITIVE_INFINITY) {
            throw new BadText(
                    "a best guess of " + (typical <= 0 ? "0" : "never") + " cannot have a range", "Leave it out.");
        }
        return factors(scale.parse(lowWithUnit) / typical, scale.parse(high) / typical, range);
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
