package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rackdrill.model.lab.Operations.WokenBy;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Protection;
import org.rackdrill.model.lab.Service.Hours;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.FieldsForm.PrefixKey;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.MappedForm;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;

/** The section {@code operations}. */
final class OperationsKeys {

    static final Key<String> NOTICES_BY = Key.of(
            "notices-by",
            Forms.NAME,
            "The service that raises the alarm; without one somebody complains.",
            "uptime-kuma");
    static final Key<Setting<Life>> NOTICES_AFTER = Key.of(
            "notices-after",
            Forms.lasts("notices-after"),
            "From a failure to a person who knows, awake and with working monitoring.",
            "usually 10 min, sometimes 2 h");
    static final Key<Setting<Life>> NOTICES_WITHOUT = Key.of(
            "notices-without",
            Forms.lasts("notices-without"),
            "The same when monitoring is down or missing.",
            "usually 3 h, sometimes 1 d");
    static final Key<Optional<Hours>> ASLEEP = Key.of(
            "asleep",
            Forms.text(
                    "hours of the day",
                    "never|\\d{1,2}:\\d\\d ?- ?\\d{1,2}:\\d\\d",
                    text -> text.equals("never") ? Optional.<Hours>empty() : Optional.of(Forms.hours(text)),
                    "22:00-07:00",
                    "never"),
            "Hours in which nothing is noticed, unless `woken-by` says otherwise.",
            "22:00-07:00");
    static final Key<WokenBy> WOKEN_BY = Key.of(
            "woken-by",
            Forms.choice(WokenBy.class),
            "What gets the person out of bed: alarms, which is work at night; or nothing, and alarms wait.",
            "alarms");
    static final Key<Setting<Life>> FALSE_ALARMS = Key.of(
            "false-alarms",
            Forms.between("false-alarms"),
            "The time between two alarms about one watched service that has nothing.",
            "about every 1 y");
    static final Key<Duration> AWAY = Key.of(
            "away",
            Forms.text("a time each year", Scale.TIME.pattern() + " ?/ ?y|never", OperationsKeys::aYear, "4 weeks/y"),
            "Time a year away from home, when hands-on work waits.",
            "4 weeks/y");
    static final Key<Setting<Duration>> TRIP_LASTS =
            Key.of("trip-lasts", new TimeForm(), "How long one such absence lasts.", "1 week");
    static final Key<Setting<Life>> HANDS_ON = Key.of(
            "hands-on",
            Forms.lasts("hands-on"),
            "A repair with hands on metal, once the part is there.",
            "usually 40 min, sometimes 3 h");
    static final Key<Setting<Life>> SOFTWARE = Key.of(
            "software",
            Forms.lasts("software"),
            "A repair that needs no hands on metal.",
            "usually 15 min, sometimes 1 h");
    static final Key<Setting<Share>> WRONG_DISK = Key.of(
            "wrong-disk",
            Forms.setting(new Trait<>("wrong-disk", Share.class, "")),
            "The share of disk replacements in which a healthy disk is pulled.",
            "1% (0.1% - 10%)");
    static final String TO = "to-";
    static final Form<Setting<Life>> TRAVEL = Forms.lasts(TO);

    static final Key<Setting<Life>> EVERY = Key.of(
                    "every", Forms.between("every"), "The time between two.", "about every 2 weeks")
            .mustStand();
    static final Key<Setting<Share>> GOES_WRONG = Key.of(
            "goes-wrong",
            Forms.setting(new Trait<>("goes-wrong", Share.class, "")),
            "The share of changes that break something.",
            "2% (0.5% - 6%)");
    static final Key<Duration> PATCH_EVERY =
            Key.of("every", Forms.RARE_SCHEDULE, "How often.", "1 month").mustStand();
    static final Key<Boolean> ROLLING =
            Key.of("rolling", Forms.FLAG, "One node after the other, guests moved away first where they can.", "true");

    static final Key<Fields> OPERATOR = Key.of(
            "operator",
            new FieldsForm(
                    "the operator",
                    List.of(
                            NOTICES_BY,
                            NOTICES_AFTER,
                            NOTICES_WITHOUT,
                            ASLEEP,
                            WOKEN_BY,
                            FALSE_ALARMS,
                            AWAY,
                            TRIP_LASTS,
                            HANDS_ON,
                            SOFTWARE,
                            WRONG_DISK),
                    Optional.of(new PrefixKey(TO, TRAVEL, "The way to a site that is not home, one way."))),
            "The person who repairs things.",
            "{asleep: 22:00-07:00}");
    static final Key<Optional<Fields>> CHANGES = Key.of(
            "changes",
            orNone(new FieldsForm("changes", List.of(EVERY, GOES_WRONG))),
            "How often something is changed on purpose, and how often that goes wrong.",
            "{every: about every 2 weeks, goes-wrong: 2%}",
            "none");
    static final Key<Optional<Fields>> PATCHING = Key.of(
            "patching",
            orNone(new FieldsForm("patching", List.of(PATCH_EVERY, ROLLING))),
            "How often nodes are updated with a reboot.",
            "{every: 1 month, rolling: true}",
            "none");

    static final Map<Protection, Key<Duration>> DRILL_KEYS = keys(Map.of(
            Protection.FAILOVER,
                    Key.of("failover", Forms.SCHEDULE, "How often failover is rehearsed.", "every 3 months"),
            Protection.UPS, Key.of("ups", Forms.SCHEDULE, "How often the plug is pulled.", "every 6 months"),
            Protection.SYNC,
                    Key.of("sync", Forms.SCHEDULE, "How often somebody looks how fresh the copies are.", "weekly"),
            Protection.ALERTS, Key.of("alerts", Forms.SCHEDULE, "How often a test alarm is sent.", "monthly"),
            Protection.RESTORE,
                    Key.of("restore", Forms.SCHEDULE, "How often a restore is rehearsed.", "every 3 months")));

    static final Key<Fields> DRILLS = Key.of(
            "drills",
            new FieldsForm("drills", List.copyOf(DRILL_KEYS.values())),
            "How often each protection is rehearsed.",
            "{failover: every 3 months}");

    static final Map<Protection, Key<Fields>> PROTECTION_KEYS = keys(Arrays.stream(Protection.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    protection -> Key.of(
                            Forms.spelled(protection),
                            new FieldsForm("a protection", TraitKeys.after(List.of(), PartKind.PROTECTION)),
                            "How it fails unseen: " + protection.label() + ".",
                            "{decays: about every 4 y}"))));

    static final Key<Optional<Fields>> PROTECTIONS = Key.of(
            "protections",
            orNone(new FieldsForm("protections", List.copyOf(PROTECTION_KEYS.values()))),
            "How protections fail unseen until they are needed; none: they always work.",
            "{failover: {decays: about every 4 y}}",
            "none");

    /** Mistakes whose physics is built; the others are read, with a warning. */
    static final Set<String> SIMULATED_MISTAKES = Set.of("delete-dataset");

    static final Key<List<Named<Setting<Life>>>> MISTAKES = Key.of(
            "mistakes",
            new NamedForm<>("mistakes", Forms.between("mistakes")),
            "How often a person does the named wrong thing.",
            "{delete-dataset: about every 2 y}");
    static final Key<Fields> DATA_RISKS = Key.of(
            "data-risks",
            new FieldsForm("data-risks", TraitKeys.after(List.of(), PartKind.DATA_RISK)),
            "How data are harmed by people, attackers and memory, and how soon somebody sees it.",
            "{missed-after: usually 8 h, sometimes 3 weeks}");
    static final Key<Fields> TRANSFERS = Key.of(
            "transfers",
            new FieldsForm("transfers", TraitKeys.after(List.of(), PartKind.TRANSFER)),
            "How much copies have to carry, and how fast the cables at a site are.",
            "{rewritten: about every 2 y, lan: 112 MB/s}");
    static final Key<Fields> TAKES = Key.of(
            "takes",
            new FieldsForm("takes", TraitKeys.after(List.of(), PartKind.WORK)),
            "How long it takes to notice things, and to do them by hand or by a drill.",
            "{alarm-after: 2 min, failover: usually 30 s, sometimes 1 min}");
    static final Key<List<Named<Integer>>> SPARES = Key.of(
            "spares",
            new NamedForm<>("spares", Forms.whole(0, 1000)),
            "Parts in the drawer, by catalogue entry.",
            "{wd-red-pro-8tb: 1}");
    static final Key<String> AUTOMATION =
            Key.of("automation", Forms.NAME, "The service that runs the scheduled jobs.", "xyops");

    static final Key<Boolean> CATCH_UP = Key.of(
            "catch-up", Forms.FLAG, "Whether jobs that the automation missed run as soon as it is back.", "true");
    static final Form<Fields> OPERATIONS = new FieldsForm(
            "operations",
            List.of(
                    OPERATOR,
                    CHANGES,
                    PATCHING,
                    PROTECTIONS,
                    DRILLS,
                    MISTAKES,
                    DATA_RISKS,
                    TRANSFERS,
                    TAKES,
                    SPARES,
                    AUTOMATION,
                    CATCH_UP));

    private OperationsKeys() {}

    /** Keeps the order of the protections, for documentation. */
    private static <T> Map<Protection, T> keys(Map<Protection, T> keys) {
        return Collections.unmodifiableMap(new EnumMap<>(keys));
    }

    private static Duration aYear(String text) {
        if (text.equals("never")) {
            return Duration.ZERO;
        }
        int slash = text.lastIndexOf('/');
        if (slash < 0) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` does not say in what time", "Write it like `4 weeks/y`.");
        }
        double hours = Scale.TIME.parse(text.substring(0, slash))
                * Growth.timesAYear(text.substring(slash + 1).strip());
        if (hours > 8760) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` is more than the whole year", "Write it like `4 weeks/y`.");
        }
        return Forms.hoursOf(hours);
    }

    private static Form<Optional<Fields>> orNone(FieldsForm fields) {
        Form<Optional<Fields>> none = Forms.text(
                "none",
                "none",
                text -> {
                    if (!text.equals("none")) {
                        throw new BadText(
                                "`" + Meant.shortened(text) + "` stands where keys or `none` should",
                                "Write `{every: ...}`.");
                    }
                    return Optional.empty();
                },
                "none");
        return new EitherForm<>(
                none, new MappedForm<>(fields, (said, notes) -> Optional.of(Optional.of(said.value()))));
    }
}
