package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Pool.Layout;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Share;
import org.rackdrill.model.reading.form.EitherForm;
import org.rackdrill.model.reading.form.FieldsForm;
import org.rackdrill.model.reading.form.Form;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.ListForm;
import org.rackdrill.model.reading.form.MappedForm;
import org.rackdrill.model.reading.form.ModelForm;
import org.rackdrill.model.reading.form.Said;

/** What stands under a pool of a node. */
final class PoolKeys {

    /** The year in which every lab starts: there is no clock in the model, so that a lab means the same every day. */
    static final int REFERENCE_YEAR = 2026;

    private static final int OLDEST_YEAR = 1990;

    private static final Map<String, Layout> OTHER_NAMES = Map.of(
            "raid0", Layout.STRIPE,
            "raid1", Layout.MIRROR,
            "raid5", Layout.RAIDZ1,
            "raidz", Layout.RAIDZ1,
            "raid6", Layout.RAIDZ2,
            "raid-10", Layout.RAID10,
            "shr", Layout.SHR_1,
            "single", Layout.STRIPE,
            "z2", Layout.RAIDZ2);

    static final Key<Layout> LAYOUT = Key.of(
                    "layout",
                    Forms.choice(Arrays.asList(Layout.values()), OTHER_NAMES),
                    "How blocks are spread over the disks.",
                    "raidz2")
            .mustStand();

    static final Key<String> DISK_MODEL = Key.of(
                    "model", ModelForm.of(PartKind.DISK), "Catalogue entry of the disk.", "wd-red-pro-8tb")
            .mustStand();
    static final Key<Integer> DISK_COUNT =
            Key.of("count", Forms.whole(1, 1000), "How many of them; 1 by default.", "4");
    private static final FieldsForm DISK_FORM =
            new FieldsForm("a disk", TraitKeys.after(List.of(DISK_MODEL, DISK_COUNT), PartKind.DISK));

    private static final Form<Disks> SOME_DISKS = new EitherForm<>(
            Disks.FORM, new MappedForm<>(DISK_FORM, (fields, notes) -> Optional.of(Disks.of(fields.value()))));

    static final Key<List<Said<Disks>>> DISKS = Key.of(
                    "disks",
                    new ListForm<>(SOME_DISKS, true, false),
                    "Its disks: so many of a catalogue entry, or of a size and sort; a list where they differ.",
                    "8 x toshiba-sas-7k2-4tb",
                    "4 x 8 TB hdd")
            .mustStand();
    static final Key<Integer> SPARE = Key.of("spare", Forms.whole(0, 100), "Hot spares, besides the disks.", "1");
    static final Key<Integer> BOUGHT = Key.of(
            "bought",
            Forms.whole(OLDEST_YEAR, REFERENCE_YEAR),
            "The year in which the disks were bought; disks bought together age together.",
            "2023");
    static final Key<Duration> AGE = Key.of("age", Forms.AGE, "How old the disks are at the start.", "3 y");
    static final Key<Boolean> ENCRYPTED = Key.of("encrypted", Forms.FLAG, "Whether it is encrypted.", "true");
    static final Key<Optional<Duration>> SCRUB = Key.of(
            "scrub",
            Forms.SCHEDULE_OR_NEVER,
            "How often every block is read and healed; monthly by default.",
            "every 1 month");
    static final Key<Setting<Share>> USED = Key.of(
            "used",
            Forms.setting(new Trait<>("used", Share.class, "")),
            "The share of the pool that is filled.",
            "50% (30% - 80%)");

    static final Key<Setting<Life>> ERRORS_FOUND = Key.of(
            "errors-found-after",
            Forms.lasts("errors-found-after"),
            "How long an unreadable block stays unseen, from its beginning; by default until the next scrub.",
            "weibull(shape 3, scale 168 h, location 6 h)");

    static final Key<Bytes> RECORD_SIZE = Key.of(
            "recordsize",
            Forms.exact(ValueText.BYTES),
            "The largest block that its file system reads and writes as one; by default 128 KiB for ZFS, 16 KiB else.",
            "128 KiB");
    static final Key<List<Said<Disks>>> LOG = Key.of(
            "log",
            new ListForm<>(SOME_DISKS, true),
            "Disks that take synchronous writes first (SLOG); several are a mirror.",
            "2 x enterprise-sata-ssd-960gb");
    static final Key<List<Said<Disks>>> CACHE = Key.of(
            "cache",
            new ListForm<>(SOME_DISKS, true),
            "Disks that keep what was read (L2ARC, SSD cache).",
            "1 x 500 GB ssd");

    static final FieldsForm POOL = new FieldsForm(
            "a pool",
            List.of(LAYOUT, DISKS, SPARE, BOUGHT, AGE, ENCRYPTED, SCRUB, USED, ERRORS_FOUND, RECORD_SIZE, LOG, CACHE));

    private PoolKeys() {}
}
