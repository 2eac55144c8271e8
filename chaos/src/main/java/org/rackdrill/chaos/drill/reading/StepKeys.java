package org.rackdrill.chaos.drill.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.rackdrill.chaos.fault.FaultKind;
import org.rackdrill.chaos.fault.Lasting;
import org.rackdrill.chaos.fault.OperationKind;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.reading.form.Variant;
import org.rackdrill.model.reading.form.VariantsForm;

/** The keys of the timeline. */
final class StepKeys {

    static final Key<String> NAME = Key.of(
            "name",
            Forms.text("a name", NamedForm.NAME, StepKeys::name, "power-cut"),
            "How other steps call it; by default the word of what it does.",
            "power-cut");
    static final Key<Duration> AT =
            Key.of("at", Forms.DURATION, "So long after the timeline begins; at its beginning by default.", "5 min");
    static final Key<String> AFTER = Key.of("after", Forms.NAME, "Starts when that step has ended.", "power-cut");
    static final Key<String> DURING = Key.of("during", Forms.NAME, "Starts while that step goes on.", "power-cut");
    static final Key<Duration> DELAY =
            Key.of("delay", Forms.DURATION, "So much later than `after` or `during` says.", "2 min");
    static final Key<Duration> FOR = Key.of("for", Forms.DURATION, "How long it stays broken.", "10 min");
    static final Key<Duration> WITHIN =
            Key.of("within", Forms.DURATION, "It must be finished by then, or the drill has failed.", "30 min");
    static final Key<Chosen> WAIT_FOR =
            Key.of("wait-for", ProbeKeys.PROBE, "Waits until this is true.", "{up: jellyfin}");
    static final Key<Duration> GIVE_UP = Key.of(
                    "within", Forms.DURATION, "It must be true by then, or the drill has failed.", "5 min")
            .mustStand();

    private static final List<Key<?>> TIMES = List.of(NAME, AT, AFTER, DURING, DELAY);
    private static final Form<Chosen> FOLLOWING = new VariantsForm("a step", variants(List.of(NAME, DELAY)));

    static final Key<List<Said<Chosen>>> THEN = Key.of(
            "then",
            new ListForm<>(FOLLOWING, false, false),
            "What is done when it has ended, one after the other.",
            "[{failback: jellyfin}]");

    static final Form<Chosen> STEP = new VariantsForm("a step", variants(timesAndThen()));

    private StepKeys() {}

    private static List<Key<?>> timesAndThen() {
        List<Key<?>> keys = new ArrayList<>(TIMES);
        keys.add(THEN);
        return keys;
    }

    private static List<Variant> variants(List<Key<?>> shared) {
        List<Variant> variants = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            List<Key<?>> more = kind.lasting() == Lasting.MOMENT ? List.of() : List.of(FOR);
            variants.add(new Variant(FaultKeys.of(kind), more).and(shared));
        }
        for (OperationKind kind : OperationKind.values()) {
            variants.add(Variant.of(FaultKeys.of(kind), WITHIN).and(shared));
        }
        variants.add(Variant.of(WAIT_FOR, GIVE_UP).and(shared));
        return variants;
    }

    private static String name(String text) {
        if (!text.matches(NamedForm.NAME)) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is not a name",
                    "Use up to 63 letters, digits, dots and dashes, a letter or digit first.");
        }
        return text;
    }
}
