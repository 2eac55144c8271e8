package org.rackdrill.model.reading;

import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.catalogue.PriceText;
import org.rackdrill.model.catalogue.RangeText;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Money;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.yaml.Tree;

/** An amount of money for something. */
record PriceForm(PriceText price) implements Form<Setting<Money>> {

    static final PriceForm ENERGY = new PriceForm(PriceText.ENERGY);

    @Override
    public Optional<Setting<Money>> read(Tree tree, Notes notes) {
        String text = tree instanceof Tree.Text line ? line.value().strip() : "";
        try {
            String[] parts = RangeText.split(text);
            Money money = price.parse(parts[0]);
            return Optional.of(
                    new Setting<>(money, parts[0], price.range(parts[1], money), notes.origin(tree.place())));
        } catch (BadText bad) {
            notes.error(tree.place(), bad);
            return Optional.empty();
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Json.object("type", "string", "pattern", "^" + price.pattern() + "( *\\(.*\\))?$");
    }
}
