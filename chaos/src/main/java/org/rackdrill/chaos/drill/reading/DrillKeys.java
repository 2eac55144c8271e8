package org.rackdrill.chaos.drill.reading;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.rackdrill.chaos.check.Danger;
import org.rackdrill.chaos.drill.Calendar.Busy;
import org.rackdrill.chaos.drill.Calendar.Days;
import org.rackdrill.chaos.drill.WorldKind;
import org.rackdrill.model.lab.Service.Hours;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.reading.form.Chosen;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.Meant;
import org.rackdrill.model.reading.form.Said;
import org.rackdrill.model.reading.form.ShortForm;
import org.rackdrill.model.reading.form.VersionForm;

/** The sections of a drill file. */
final class DrillKeys {

    static final Key<Integer> VERSION = Key.of(
                    "drill", new VersionForm("drill", 1), "The version of this format: 1.", "1")
            .mustStand();
    static final Key<String> NAME = Key.of("name", Forms.TEXT, "What you call the drill.", "A node dies")
            .mustStand();
    static final Key<String> LAB = Key.of(
                    "lab", Forms.NAME, "The lab that it is for: a file beside this one, or a shipped lab.", "v1")
            .mustStand();
    static final Key<String> WHY = Key.of(
                    "why", Forms.TEXT, "What you know when it has passed.", "Home Assistant comes back without me")
            .mustStand();
    static final Key<List<Said<WorldKind>>> WORLDS = Key.of(
            "worlds",
            new ListForm<>(Forms.choice(WorldKind.class), true, false),
            "Where it may run; only in the simulator by default.",
            "[sim, sandbox, live]");
    static final Key<Long> SEED =
            Key.of("seed", new SeedForm(), "Decides what luck decides, so that a run can be repeated.", "7");
    static final Key<Duration> LASTS = Key.of(
            "lasts",
            Forms.DURATION,
            "From the first step to the last look; by default as long as steps and expectations need.",
            "1 h");
    static final Key<List<Said<Chosen>>> STEADY = Key.of(
            "steady",
            new ListForm<>(ProbeKeys.STEADY, false, false),
            "What is true of the healthy lab: checked before, during and after.",
            "[{up: jellyfin, tolerates: 4 min}]");
    static final Key<List<Said<Chosen>>> TIMELINE = Key.of(
                    "timeline",
                    new ListForm<>(StepKeys.STEP, false, false),
                    "What is broken and done, and when; steps run side by side unless they say otherwise.",
                    "[{at: 1 min, node-power-loss: node1, for: 10 min}]")
            .mustStand();
    static final Key<List<Said<Chosen>>> EXPECT = Key.of(
                    "expect",
                    new ListForm<>(ExpectationKeys.EXPECTATION, false, false),
                    "What is proven when it passes.",
                    "[{recovers: jellyfin, within: 4 min}]")
            .mustStand();
    static final Key<List<Said<Chosen>>> ABORT_UNLESS = Key.of(
            "abort-unless",
            new ListForm<>(ProbeKeys.GUARDRAIL, false, false),
            "What must stay true, or everything is undone at once.",
            "[{up: immich, patience: 10 min}]");
    static final Key<List<Said<Danger>>> ACCEPTS = Key.of(
            "accepts",
            new ListForm<>(Forms.choice(Danger.class), true, false),
            "What every world would refuse otherwise.",
            "[last-redundancy]");

    static final Key<List<Said<String>>> TOUCHES = Key.of(
            "touches",
            new ListForm<>(Forms.NAME, true, false),
            "What may go down or be harmed; by default only what the steps aim at.",
            "[node1, jellyfin]");
    static final Key<Integer> FAULTS_AT_ONCE = Key.of(
            "faults-at-once",
            Forms.whole(1, 1000),
            "How many faults may be there at the same moment; by default as many as the timeline has.",
            "1");
    static final Key<Fields> BLAST_RADIUS = Key.of(
            "blast-radius",
            new FieldsForm("the blast radius", List.of(TOUCHES, FAULTS_AT_ONCE)),
            "What it may touch at most.",
            "{touches: [node1, jellyfin], faults-at-once: 1}");

    static final Key<Duration> EVERY =
            Key.of("every", Forms.RARE_SCHEDULE, "How often it should be run.", "every 3 months");
    static final Key<Hours> HOURS =
            Key.of("hours", Forms.HOURS_OF_DAY, "The hours in which it may start; any by default.", "10:00-16:00");
    static final Key<List<Said<DayOfWeek>>> DAYS = Key.of(
            "days",
            new ListForm<>(
                    Forms.text("a day of the week", "mon|tue|wed|thu|fri|sat|sun", DrillKeys::day, "tue"), true, false),
            "The days on which it may start; any by default.",
            "[tue, wed, thu]");
    static final Key<List<Said<Days>>> NOT_ON = Key.of(
            "not-on",
            new ListForm<>(
                    Forms.text(
                            "a day, or days",
                            "\\d{4}-\\d\\d-\\d\\d( to \\d{4}-\\d\\d-\\d\\d)?",
                            DrillKeys::days,
                            "2027-12-24 to 2028-01-02"),
                    true,
                    false),
            "Days on which it does not start, such as holidays.",
            "[2027-12-24 to 2028-01-02]");
    static final Key<List<Said<Busy>>> NOT_WHILE = Key.of(
            "not-while",
            new ListForm<>(Forms.choice(Busy.class), true, false),
            "What it waits for.",
            "[scrub, backup, people]");
    static final Key<Fields> CALENDAR = Key.of(
            "calendar",
            new FieldsForm("the calendar", List.of(EVERY, HOURS, DAYS, NOT_ON, NOT_WHILE)),
            "When it may start.",
            "{every: 3 months, hours: '10:00-16:00', days: [tue, wed, thu]}");

    static final Key<String> BY =
            Key.of("by", Forms.TEXT, "Who has to say yes.", "owner").mustStand();
    static final Key<String> BEFORE =
            Key.of("before", Forms.NAME, "The step that waits for it; by default the start.", "power-cut");
    static final Key<List<Said<Fields>>> APPROVALS = Key.of(
            "approvals",
            new ListForm<>(new ShortForm(BY, new FieldsForm("an approval", List.of(BY, BEFORE))), true, false),
            "People who have to say yes.",
            "[owner]");

    static final FieldsForm DRILL = new FieldsForm(
            "a drill",
            List.of(
                    VERSION,
                    NAME,
                    LAB,
                    WHY,
                    WORLDS,
                    SEED,
                    LASTS,
                    STEADY,
                    TIMELINE,
                    EXPECT,
                    ABORT_UNLESS,
                    BLAST_RADIUS,
                    ACCEPTS,
                    CALENDAR,
                    APPROVALS));

    private DrillKeys() {}

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).toLowerCase(Locale.ROOT).equals(text)) {
                return day;
            }
        }
        throw new BadText("`" + Meant.shortened(text) + "` is not a day of the week", "Write it like `tue`.");
    }

    private static Days days(String text) {
        String[] ends = text.split(" to ", 3);
        LocalDate first = date(ends[0]);
        LocalDate last = ends.length == 2 ? date(ends[1]) : first;
        if (ends.length > 2 || last.isBefore(first)) {
            throw new BadText(
                    "`" + Meant.shortened(text) + "` ends before it starts",
                    "Write it like `2027-12-24 to 2028-01-02`.");
        }
        return new Days(first, last);
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new BadText("`" + Meant.shortened(text) + "` is not a day", "Write it like `2027-12-24`.");
        }
    }
}
