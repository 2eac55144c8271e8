package org.rackdrill.model.reading;

import java.util.List;
import java.util.Set;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Said;

/** The section {@code hazards}. */
final class HazardKeys {

    /** Hazards whose physics is built; the others are read, with a warning. */
    static final Set<String> SIMULATED = Set.of("fire", "surge", "theft", "ransomware");

    static final Key<Setting<Life>> EVERY = Key.of(
                    "every", Forms.between("every"), "The time between two.", "about every 3000 y (1000 y - 10000 y)")
            .mustStand();
    static final Key<List<Said<String>>> HITS = Key.of(
            "hits",
            new ListForm<>(Forms.NAME, true),
            "Sites that it can strike, one at a time; all by default.",
            "[home]");
    static final Key<Boolean> DESTROYS =
            Key.of("destroys", Forms.FLAG, "Whether everything at the site is gone.", "true");
    static final Key<Setting<Share>> KILLS = Key.of(
            "kills",
            Forms.setting(new Trait<>("kills", Share.class, "")),
            "The chance for each powered thing to die.",
            "5% (1% - 15%)");
    static final Key<List<Said<String>>> ENTERS_BY = Key.of(
            "enters-by",
            new ListForm<>(OpenWord.of(List.of("mains", "copper")), true),
            "How it comes in.",
            "[mains, copper]");
    static final Key<List<Said<String>>> REACHES = Key.of(
            "reaches",
            new ListForm<>(OpenWord.of(List.of("online-copies", "snapshots", "all-copies")), true),
            "What an attacker reaches: online-copies (primaries, and copies that a host of the lab can write to), snapshots"
                    + " (those that targets keep which fetch, too), all-copies (those that are offline, too).",
            "[online-copies]");
    static final Key<List<Said<String>>> STOPPED_BY = Key.of(
            "stopped-by",
            new ListForm<>(OpenWord.of(List.of("double-conversion", "surge-protector")), true),
            "What stands in its way.",
            "double-conversion");

    static final Form<List<Named<Fields>>> HAZARDS = new NamedForm<>(
            "hazards",
            new FieldsForm("a hazard", List.of(EVERY, HITS, DESTROYS, KILLS, ENTERS_BY, REACHES, STOPPED_BY)));

    private HazardKeys() {}
}
