package org.rackdrill.model.reading;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.PriceText;
import org.rackdrill.model.catalogue.RangeText;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/**
 * What an option costs: {@code 240 AUD}, or {@code 240} in the money of the lab, whose currency is then empty; with a range
 * behind it where the price is not known exactly.
 */
final class OptionPrice implements Form<Setting<Money>> {

    private static final Pattern BARE = Pattern.compile("-?\\d{1,9}(\\.\\d{1,9})?");

    @Override
    public Optional<Setting<Money>> read(Tree tree, Notes notes) {
        String text = tree instanceof Tree.Text line ? line.value().strip() : "";
        try {
            return Optional.of(setting(text, notes, tree));
        } catch (BadText bad) {
            notes.error(tree.place(), bad);
            return Optional.empty();
        }
    }

    private static Setting<Money> setting(String text, Notes notes, Tree tree) {
        String[] parts = RangeText.split(text);
        if (!BARE.matcher(parts[0]).matches()) {
            Money money = PriceText.ONCE.parse(parts[0]);
            Setting.Range range = PriceText.ONCE.range(parts[1], money);
            return new Setting<>(money, parts[0], range, notes.origin(tree.place()));
        }
        double amount = amount(parts[0]);
        Setting.Range range = RangeText.parse(parts[1], amount, OptionPrice::amount);
        return new Setting<>(new Money(amount, ""), parts[0], range, notes.origin(tree.place()));
    }

    private static double amount(String text) {
        if (!BARE.matcher(text).matches()) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is not a price",
                    "Write both bounds like the price itself, such as `240 (200 - 300)`.");
        }
        if (text.startsWith("-")) {
            throw new BadText("`" + text + "` is negative", "Write a price from 0 up, like `240 AUD`.");
        }
        return Double.parseDouble(text);
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object(
                "type", java.util.List.of("string", "number"), "pattern", "^\\d+(\\.\\d+)?( ?[A-Z]{3})?( *\\(.*\\))?$");
    }
}
