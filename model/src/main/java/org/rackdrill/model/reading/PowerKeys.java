package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.List;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ModelForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.TextForm;

/** The section {@code ups}. */
final class PowerKeys {

    static final Key<String> MODEL = Key.of(
            "model", ModelForm.of(PartKind.UPS), "Catalogue entry: `rackdrill catalog` lists them.", "generic-ups");
    static final Key<String> SITE = Key.of("site", Forms.NAME, "Where it stands; the first site by default.", "home");
    static final Key<Duration> BATTERY_AGE =
            Key.of("battery-age", Forms.AGE, "How old the battery is at the start.", "2 y");
    static final Key<Duration> SHUTDOWN_AT = Key.of(
            "shutdown-at",
            new TextForm<>(
                    "a runtime left",
                    Scale.TIME.pattern() + "( left)?",
                    List.of("3 min left"),
                    text -> Forms.hoursOf(Scale.TIME.parse(text.replaceFirst(" +left *$", "")))),
            "Runtime left at which its nodes are shut down in order; without it they run until it is empty.",
            "3 min left");
    static final Key<Duration> SELF_TEST =
            Key.of("self-test", Forms.SCHEDULE, "How often the battery is tested.", "every 2 weeks");

    /** What a UPS does once its nodes have stopped in order. */
    enum AfterShutdown {
        POWER_CYCLE,
        STAY_ON
    }

    static final Key<AfterShutdown> AFTER_SHUTDOWN = Key.of(
            "after-shutdown",
            Forms.choice(AfterShutdown.class),
            "Once its nodes have stopped, it cuts its outlets until the mains are back, so that they start again"
                    + " (power-cycle), or it does nothing, and nodes whose mains came back in time stay off (stay-on).",
            "power-cycle");

    static final Form<List<Named<Fields>>> UPS = new NamedForm<>(
            "UPS",
            new FieldsForm(
                    "a UPS",
                    TraitKeys.after(
                            List.of(MODEL, SITE, BATTERY_AGE, SHUTDOWN_AT, AFTER_SHUTDOWN, SELF_TEST, Reaches.NUT),
                            PartKind.UPS)));

    private PowerKeys() {}
}
