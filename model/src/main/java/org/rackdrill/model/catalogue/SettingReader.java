package org.rackdrill.model.catalogue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.RuntimeCurve;
import org.rackdrill.model.lab.RuntimeCurve.Point;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.yaml.Tree;

/** Reads a value with its range and source: {@code 8 W (6 W - 9 W)} or {@code {is: 8 W, range: 6 W - 9 W, source: ...}}. */
public final class SettingReader {

    private static final Set<String> LONG_FORM = Set.of("is", "range", "source");
    private static final int MOST_POINTS = 100;

    private SettingReader() {}

    /** Makes the origin of a value from the source that stands beside it, if one does. */
    public interface Origins {
        /**
         * Returns the origin.
         *
         * @throws BadText when there is no such source
         */
        Origin of(Optional<String> source);
    }

    /**
     * Reads the value of a trait.
     *
     * @throws BadText when it is none
     */
    public static <T> Setting<T> read(Trait<T> trait, Tree tree, Origins origins) {
        Optional<ValueText<T>> form = ValueText.of(trait.type());
        return form.isPresent() ? read(form.get(), tree, origins) : curve(trait, tree, origins);
    }

    /**
     * Reads a value of any type that has a text form.
     *
     * @throws BadText when it is none
     */
    public static <T> Setting<T> read(ValueText<T> form, Tree tree, Origins origins) {
        if (tree instanceof Tree.Entries entries && entries.find("is").isPresent()) {
            onlyLongForm(entries);
            String text = text(entries.find("is").get(), form);
            String range = entries.find("range").map(given -> text(given, form)).orElse("");
            return parse(form, range.isEmpty() ? text : text + " (" + range + ")", origins.of(source(entries)));
        }
        return parse(form, text(tree, form), origins.of(Optional.empty()));
    }

    /**
     * Reads a value with its range.
     *
     * @throws BadText when it is none
     */
    public static <T> Setting<T> parse(ValueText<T> form, String text, Origin origin) {
        String[] parts = RangeText.split(text);
        T value = form.parse().apply(parts[0]);
        Range range = range(form, parts[1], parts[0], value);
        if (value instanceof Share share && share.fraction() * range.high() > 1 + 1e-9) {
            throw new BadText("the range `" + parts[1] + "` goes beyond 100%", "Write a smaller upper bound.");
        }
        return new Setting<>(value, parts[0], range, origin);
    }

    private static <T> Range range(ValueText<T> form, String range, String text, T value) {
        if (value instanceof Money price) {
            return PriceText.ONCE.range(range, price);
        }
        if (form.scale().isPresent()) {
            return RangeText.parse(
                    range,
                    text,
                    form.typical().applyAsDouble(value),
                    form.scale().get());
        }
        if (!range.isEmpty()) {
            throw new BadText(form.kind() + " has no range", "Leave the brackets out.");
        }
        return Range.CERTAIN;
    }

    @SuppressWarnings("unchecked") // the only trait type without a text form is the curve
    private static <T> Setting<T> curve(Trait<T> trait, Tree tree, Origins origins) {
        if (!(tree instanceof Tree.Entries entries)) {
            throw new BadText(
                    trait.key() + " is a table of loads and times", "Write it like `{100 W: 60 min, 500 W: 17 min}`.");
        }
        Tree table = tree;
        Range range = Range.CERTAIN;
        Optional<String> source = Optional.empty();
        if (entries.find("is").isPresent()) {
            onlyLongForm(entries);
            table = entries.find("is").get();
            String bounds = entries.find("range")
                    .map(given -> given instanceof Tree.Text text ? text.value() : "")
                    .orElse("");
            range = RangeText.parse(bounds, "", 1, Scale.PERCENT);
            source = source(entries);
        }
        RuntimeCurve curve = points(table);
        return new Setting<>((T) curve, text(curve), range, origins.of(source));
    }

    private static RuntimeCurve points(Tree table) {
        if (!(table instanceof Tree.Entries entries)
                || entries.entries().isEmpty()
                || entries.entries().size() > MOST_POINTS) {
            throw new BadText("a runtime curve needs some points", "Write it like `{100 W: 60 min, 500 W: 17 min}`.");
        }
        List<Point> points = new ArrayList<>();
        for (Tree.Entry entry : entries.entries()) {
            double watts = Scale.POWER.parse(entry.key().value());
            double minutes = entry.value() instanceof Tree.Text text ? Scale.TIME.parse(text.value()) * 60 : 0;
            if (watts <= 0 || minutes <= 0) {
                throw new BadText("a point of a runtime curve lies at 0", "Write it like `100 W: 60 min`.");
            }
            points.add(new Point(watts, minutes));
        }
        points.sort(Comparator.comparingDouble(Point::watts));
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).watts() == points.get(i - 1).watts()
                    || points.get(i).minutes() > points.get(i - 1).minutes()) {
                throw new BadText("a larger load cannot run longer", "Check the points of the runtime curve.");
            }
        }
        return new RuntimeCurve(points);
    }

    private static String text(RuntimeCurve curve) {
        List<String> points = curve.points().stream()
                .map(point -> Scale.POWER.about(point.watts()) + ": " + Scale.TIME.about(point.minutes() / 60))
                .toList();
        return String.join(", ", points);
    }

    private static void onlyLongForm(Tree.Entries entries) {
        for (Tree.Entry entry : entries.entries()) {
            if (!LONG_FORM.contains(entry.key().value())) {
                throw new BadText(
                        "unknown key `" + entry.key().value() + "` beside `is`",
                        "There are `is`, `range` and `source`.");
            }
        }
    }

    private static Optional<String> source(Tree.Entries entries) {
        return entries.find("source").map(tree -> tree instanceof Tree.Text text ? text.value() : "");
    }

    private static String text(Tree tree, ValueText<?> form) {
        if (tree instanceof Tree.Text text) {
            return text.value();
        }
        String found =
                tree instanceof Tree.Nothing ? "nothing" : tree instanceof Tree.Items ? "a list" : "a group of keys";
        throw new BadText(
                "here stands " + found + " instead of " + form.kind(),
                "Write it like `" + form.examples().get(0) + "`.");
    }
}
