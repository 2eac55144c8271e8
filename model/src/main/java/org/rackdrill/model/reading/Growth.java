package org.rackdrill.model.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.catalogue.RangeText;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/** Amounts of data for each year, month, week or day, as bytes a year. */
final class Growth implements Form<Setting<Bytes>> {

    static final Growth FORM = new Growth();

    /** Nobody knows what a family will photograph: where no range is given, half to twice as much. Our estimate. */
    private static final Range USUAL = new Range(0.5, 2);

    private static final String PATTERN = Scale.DATA.pattern() + " ?/ ?(y|month|week|d)";

    private Growth() {}

    @Override
    public Optional<Setting<Bytes>> read(Tree tree, Notes notes) {
        if (!(tree instanceof Tree.Text line)) {
            notes.error(tree.place(), "here should stand a growth", "Write it like `200 GiB/y`.");
            return Optional.empty();
        }
        try {
            String[] parts = RangeText.split(line.value().strip());
            double perYear = perYear(parts[0]);
            Range range = parts[1].isEmpty() ? usual(perYear) : RangeText.parse(parts[1], perYear, Growth::perYear);
            return Optional.of(new Setting<>(new Bytes(perYear), parts[0], range, notes.origin(tree.place())));
        } catch (BadText bad) {
            notes.error(tree.place(), bad);
            return Optional.empty();
        }
    }

    private static Range usual(double perYear) {
        return perYear > 0 ? USUAL : Range.CERTAIN;
    }

    private static double perYear(String text) {
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` does not say in what time", "Write it like `200 GiB/y`.");
        }
        return Scale.DATA.parse(text.substring(0, slash).strip())
                * timesAYear(text.substring(slash + 1).strip());
    }

    /** Returns how often a unit of time fits into a year. */
    static double timesAYear(String unit) {
        return 8760 / Scale.TIME.parse("1 " + unit);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object(
                "type",
                "string",
                "pattern",
                "^ *(" + PATTERN + ")( *\\(.*\\))? *$",
                "examples",
                List.of("200 GiB/y", "5 GB/month", "1 TiB/y (x0.7 - x1.5)"));
    }
}
