package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Study;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Json;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.ModelForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Notes;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.yaml.Tree;

/** The sections {@code components}, {@code common-cause}, {@code crews}, {@code groups} and {@code study}. */
final class ComponentKeys {

    private static final Form<Double> FRACTION = new EitherSchema<>(
            Forms.text("a share", Scale.PERCENT.pattern(), ComponentKeys::fraction, "0.2", "20%"),
            Json.object("type", "number", "minimum", 0, "maximum", 1));

    static final Key<String> MODEL =
            Key.of("model", ModelForm.of(PartKind.COMPONENT), "Catalogue entry.", "generic-component");
    static final Key<Setting<Life>> REPAIRS =
            Key.of("repairs", Forms.lasts("repairs"), "How long a repair takes.", "lognormal(median 3 d, sigma 0.8)");
    static final Key<String> CREW = Key.of("crew", Forms.NAME, "Who repairs it; see `crews`.", "hvac");
    static final Key<Duration> TESTED = Key.of(
            "tested", Forms.SCHEDULE, "How often a test reveals its failure, which nobody sees before.", "every 730 h");
    static final Key<String> AGES_WHILE =
            Key.of("ages-while", Forms.NAME, "The service while which is up it ages; always by default.", "cool");
    static final Key<String> BEHIND = Key.of("behind", Forms.NAME, "The component that it stands behind.", "pump0")
            .mustStand();
    static final Key<Double> DORMANCY =
            Key.of("dormancy", FRACTION, "Its hazard while it stands by: 0 is cold, 1 is hot; 0 by default.", "0.3");
    static final Key<Fields> STANDBY = Key.of(
            "standby",
            new FieldsForm("standby", List.of(BEHIND, DORMANCY)),
            "Whose spare it is.",
            "{behind: pump0, dormancy: 0.3}");
    static final Form<List<Named<Fields>>> COMPONENTS =
            new NamedForm<>("components", new FieldsForm("a component", componentKeys()));

    static final Key<List<Said<String>>> OF = Key.of(
                    "of", new ListForm<>(Forms.NAME, false), "The components that can fail together.", "[pump0, pump1]")
            .mustStand();
    static final Key<Double> BETA = Key.of(
                    "beta", FRACTION, "The share of each one's failures that takes all of them.", "0.2")
            .mustStand();
    static final Form<List<Named<Fields>>> COMMON_CAUSE =
            new NamedForm<>("common causes", new FieldsForm("a common cause", List.of(OF, BETA)));

    static final Form<List<Named<Integer>>> CREWS = new NamedForm<>("crews", Forms.whole(1, 1000));

    static final Key<Counted> NEEDS = Key.of(
                    "needs", Counted.OF_NAMES, "How many of which must be up.", "1 of [pihole1, pihole2]")
            .mustStand();
    static final Form<List<Named<Fields>>> GROUPS =
            new NamedForm<>("groups", new FieldsForm("a group", List.of(NEEDS)));

    static final Form<List<Named<List<Said<String>>>>> LABELS =
            new NamedForm<>("labels", new ListForm<>(Forms.NAME, true, false));

    static final Key<Duration> HORIZON =
            Key.of("horizon", Forms.DURATION, "How far to look; 5 years by default.", "5 y");
    static final Key<Study.Initial> INITIAL = Key.of(
            "initial",
            Forms.choice(Study.Initial.class),
            "The state at the start; as described by default.",
            "as-described");
    static final Form<Fields> STUDY = new FieldsForm("the study", List.of(HORIZON, INITIAL));

    private ComponentKeys() {}

    /** A form that editors see as something else as well: a bare number is no text to them. */
    private record EitherSchema<T>(Form<T> form, Map<String, Object> other) implements Form<T> {
        @Override
        public Optional<T> read(Tree tree, Notes notes) {
            return form.read(tree, notes);
        }

        @Override
        public Map<String, Object> schema() {
            return Json.object("anyOf", List.of(other, form.schema()));
        }
    }

    private static List<Key<?>> componentKeys() {
        List<Key<?>> keys = new ArrayList<>(
                TraitKeys.after(List.of(MODEL, REPAIRS, CREW, TESTED, AGES_WHILE, STANDBY), PartKind.COMPONENT));
        keys.removeIf(key -> key.name().equals("repair"));
        return keys;
    }

    private static Double fraction(String text) {
        double number;
        try {
            number = text.endsWith("%") ? Scale.PERCENT.parse(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadText("`" + Meant.shortened(text) + "` is not a share", "Write it like `0.2` or `20%`.");
        }
        if (!(number >= 0 && number <= 1)) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is not between 0 and 1", "Write it like `0.2` or `20%`.");
        }
        return number;
    }
}
