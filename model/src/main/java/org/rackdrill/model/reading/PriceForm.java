package org.rackdrill.model.reading;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.RangeText;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/**
 * An amount of money for something.
 *
 * @param per what is paid for: {@code /kWh}
 */
record PriceForm(String per) implements Form<Setting<Money>> {

    static final PriceForm ENERGY = new PriceForm("/kWh");

    private static final Pattern PRICE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?([A-Z]{3}) ?(/ ?[a-zA-Z]+)?");

    @Override
    public Optional<Setting<Money>> read(Tree tree, Notes notes) {
        String text = tree instanceof Tree.Text line ? line.value().strip() : "";
        try {
            String[] parts = RangeText.split(text);
            Money money = money(parts[0]);
            Range range = RangeText.parse(
                    parts[1], money.amount(), bound -> money(bound).amount());
            return Optional.of(new Setting<>(money, parts[0], range, notes.origin(tree.place())));
        } catch (BadText bad) {
            notes.error(tree.place(), bad);
            return Optional.empty();
        }
    }

    private Money money(String text) {
        Matcher matcher = PRICE.matcher(text);
        if (!matcher.matches()) {
            throw new BadText("`" + Meant.shortened(text) + "` is not a price", "Write it like `0.32 AUD" + per + "`.");
        }
        String unit = matcher.group(3);
        if (!per.equals(unit == null ? "" : unit.replace(" ", ""))) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is not a price " + per,
                    "Write it like `" + matcher.group(1) + " " + matcher.group(2) + per + "`.");
        }
        return new Money(Double.parseDouble(String.valueOf(matcher.group(1))), String.valueOf(matcher.group(2)));
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("type", "string", "pattern", "^\\d+(\\.\\d+)? ?[A-Z]{3} ?" + per + "( *\\(.*\\))?$");
    }
}
