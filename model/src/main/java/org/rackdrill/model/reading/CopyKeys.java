package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.List;
import org.rackdrill.model.lab.Copy;
import org.rackdrill.model.lab.Service;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.NamedForm;
import org.rackdrill.model.reading.form.Said;

/** The sections {@code copies} and {@code snapshots}. */
final class CopyKeys {

    /** Tools that are known by name; others are read, with a warning. */
    static final List<String> TOOLS = List.of(
            "syncoid",
            "pvesr",
            "pbs",
            "zfs-send",
            "restic",
            "borg",
            "kopia",
            "rsync",
            "rclone",
            "syncthing",
            "hyper-backup",
            "duplicati",
            "vzdump");
    /** What a copy can lie on. */
    static final List<String> MEDIA = List.of("hdd", "ssd", "tape", "optical", "cloud");

    static final Key<String> TO = Key.of("to", Forms.NAME, "The pool that it lies on, as node/pool.", "node2/tank")
            .mustStand();
    static final Key<String> BY =
            Key.of("by", OpenWord.of(TOOLS), "The tool that makes it; syncoid by default.", "syncoid");
    static final Key<Duration> EVERY =
            Key.of("every", Forms.SCHEDULE, "How often.", "15 min", "daily").mustStand();
    static final Key<Service.Hours> WINDOW = Key.of(
            "window",
            Forms.HOURS_OF_DAY,
            "The hours of the day in which it must be done; at any time by default.",
            "23:00-07:00");
    static final Key<Copy.Direction> DIRECTION = Key.of(
            "direction",
            Forms.choice(Copy.Direction.class),
            "push: the primary's host can write to the target, and so can who owns it; pull: the target fetches. push by"
                    + " default.",
            "pull");
    static final Key<Boolean> RAW =
            Key.of("raw", Forms.FLAG, "Sent encrypted, so that the target cannot read it without the key.", "true");
    static final Key<Copy.Key> KEY = Key.of(
            "key",
            Forms.choice(Copy.Key.class),
            "Where the key of a raw copy is kept besides the primary; escrowed by default.",
            "escrowed");
    static final Key<String> MEDIA_KEY =
            Key.of("media", OpenWord.of(MEDIA), "What it lies on; by default what the pool is made of.", "hdd");
    static final Key<Duration> KEEP =
            Key.of("keep", Forms.DURATION, "How long snapshots live there, beyond the primary's.", "1 y");

    static final Key<Duration> LATE_AFTER = Key.of(
            "late-after",
            Forms.DURATION,
            "The age at which the monitoring calls it late; twice the time between two by default.",
            "1 h");

    static final Form<List<Named<List<Said<Fields>>>>> COPIES = new NamedForm<>(
            "services with copies",
            new ListForm<>(
                    new FieldsForm(
                            "a copy",
                            List.of(
                                    TO,
                                    BY,
                                    EVERY,
                                    WINDOW,
                                    DIRECTION,
                                    RAW,
                                    KEY,
                                    MEDIA_KEY,
                                    KEEP,
                                    LATE_AFTER,
                                    Reaches.DATASET)),
                    true));

    static final Key<Integer> HOURLY = Key.of("hourly", Forms.whole(0, 10_000), "Hourly snapshots kept.", "48");
    static final Key<Integer> DAILY = Key.of("daily", Forms.whole(0, 10_000), "Daily snapshots kept.", "90");
    static final Key<Integer> WEEKLY = Key.of("weekly", Forms.whole(0, 10_000), "Weekly snapshots kept.", "8");
    static final Key<Integer> MONTHLY = Key.of("monthly", Forms.whole(0, 10_000), "Monthly snapshots kept.", "6");
    static final Key<Integer> YEARLY = Key.of("yearly", Forms.whole(0, 10_000), "Yearly snapshots kept.", "3");
    static final Key<Fields> DEFAULT = Key.of(
            "default",
            new FieldsForm("snapshots", List.of(HOURLY, DAILY, WEEKLY, MONTHLY, YEARLY)),
            "What is kept of every dataset.",
            "{hourly: 48, daily: 90, monthly: 6}");
    static final Form<Fields> SNAPSHOTS = new FieldsForm("snapshots", List.of(DEFAULT));

    private CopyKeys() {}
}
