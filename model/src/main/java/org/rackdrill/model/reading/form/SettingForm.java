package org.rackdrill.model.reading.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.catalogue.SettingReader;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Origin;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.life.LifeText;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bandwidth;
import org.rackdrill.model.quantity.Iops;
import org.rackdrill.model.quantity.Quantity;
import org.rackdrill.model.yaml.Place;
import org.rackdrill.model.yaml.Tree;

/**
 * A value with its plausible range.
 *
 * @param trait what is read
 * @param until whether it is the time until something happens, which is seldom always the same
 */
public record SettingForm<T>(Trait<T> trait, boolean until) implements Form<Setting<T>> {

    @Override
    public Optional<Setting<T>> read(Tree tree, Notes notes) {
        try {
            Setting<T> setting = SettingReader.read(trait, tree, source -> origin(notes, tree.place(), source));
            check(setting, tree.place(), notes);
            return Optional.of(setting);
        } catch (BadText bad) {
            notes.error(tree.place(), bad);
            return Optional.empty();
        }
    }

    private void check(Setting<T> setting, Place place, Notes notes) {
        if (until && setting.value() instanceof Life life) {
            checkUntil(life, setting.text(), place, notes);
        }
        boolean divides = setting.value() instanceof Bandwidth
                || (setting.value() instanceof Iops && !trait.equals(Trait.READS) && !trait.equals(Trait.WRITES))
                || trait.equals(Trait.VOLT_AMPERES)
                || trait.equals(Trait.WATT_LIMIT)
                || trait.equals(Trait.EFFICIENCY);
        if (divides && setting.value() instanceof Quantity quantity && quantity.amount() == 0) {
            notes.error(place, "`" + trait.key() + "` cannot be 0", "Write more, or leave it out.");
        }
    }

    private void checkUntil(Life life, String text, Place place, Notes notes) {
        double hours = LifeText.typicalHours(life);
        if (hours == 0) {
            notes.error(
                    place, "`" + trait.key() + ": " + text + "` would happen all the time", "Write a time above 0.");
            return;
        }
        notes.recurring(place, text, hours);
        if (life instanceof Life.Fixed && !text.startsWith("fixed(")) {
            notes.warning(
                    place,
                    "`" + text + "` means exactly then, every time",
                    "Write `about every " + text + "`, or `fixed(" + text + ")` if you mean that.");
        }
    }

    private static Origin origin(Notes notes, Place place, Optional<String> source) {
        Origin origin = notes.origin(place);
        return new Origin(origin.kind(), origin.where(), source.orElse(""), true);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> is =
                ValueText.of(trait.type()).map(SettingForm::line).orElseGet(SettingForm::table);
        Map<String, Object> parts = Json.object(
                "is",
                Json.with(is, "description", "The best guess."),
                "range",
                Json.object("type", "string", "description", "Where the truth may lie, nine times in ten."),
                "source",
                Json.object("type", "string", "description", "Where the value comes from."));
        Map<String, Object> longForm = Json.object(
                "type", "object", "required", List.of("is"), "properties", parts, "additionalProperties", false);
        return Json.object("anyOf", List.of(is, longForm));
    }

    private static Map<String, Object> line(ValueText<?> form) {
        boolean count = form.equals(ValueText.COUNT);
        return Json.object(
                "type",
                count ? List.of("string", "integer") : "string",
                "pattern",
                "^ *(" + form.pattern() + ")( *\\(.*\\))? *$",
                "examples",
                form.examples());
    }

    private static Map<String, Object> table() {
        return Json.object("type", "object", "additionalProperties", Json.object("type", "string"));
    }
}
