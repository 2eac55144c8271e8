package org.rackdrill.model.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.model.catalogue.Catalogue;
import org.rackdrill.model.catalogue.ValueText;
import org.rackdrill.model.lab.Part;
import org.rackdrill.model.lab.PartKind;
import org.rackdrill.model.lab.Pool;
import org.rackdrill.model.lab.Pool.Layout;
import org.rackdrill.model.lab.Setting;
import org.rackdrill.model.lab.Setting.Range;
import org.rackdrill.model.lab.Trait;
import org.rackdrill.model.life.Life;
import org.rackdrill.model.quantity.BadText;
import org.rackdrill.model.quantity.Bytes;
import org.rackdrill.model.quantity.Scale;
import org.rackdrill.model.reading.form.Fields;
import org.rackdrill.model.reading.form.Forms;
import org.rackdrill.model.reading.form.Key;
import org.rackdrill.model.reading.form.Named;
import org.rackdrill.model.reading.form.Said;

/** Makes the pools of a node. */
final class Pools {

    private static final Duration MONTHLY = Forms.hoursOf(730);
    private static final int MOST_DISKS = 10_000;
    private static final double ZFS_RECORD = 128 * 1024;
    private static final double OTHER_RECORD = 16 * 1024;
    private static final double FEWEST_RECORD = 512;
    private static final double LARGEST_RECORD = 16 * 1024 * 1024;
    private static final Pattern SIZE_IN_NAME = Pattern.compile(".*?(\\d+(?:\\.\\d+)?)(tb|gb)(?:[^a-z].*)?");

    private final Desk desk;
    private int disksSoFar;
    private boolean tooMany;

    Pools(Desk desk) {
        this.desk = desk;
    }

    List<Pool> read(String path, Fields node, Duration nodeAge) {
        List<Pool> pools = new ArrayList<>();
        for (Named<Fields> pool : node.get(NodeKeys.POOLS).orElse(List.of())) {
            pools.add(pool(path + ".pools." + pool.name(), pool, nodeAge));
        }
        return pools;
    }

    private Pool pool(String path, Named<Fields> pool, Duration nodeAge) {
        Fields fields = pool.value();
        Optional<Layout> layout = fields.get(PoolKeys.LAYOUT);
        layout.ifPresent(said -> desk.explain(path, fields, PoolKeys.LAYOUT, Forms.spelled(said), ""));
        List<Part> disks = disks(path, fields, PoolKeys.DISKS);
        layout.filter(said -> !disks.isEmpty()).ifPresent(said -> enough(said, disks.size(), fields));
        Optional<Integer> bought = fields.get(PoolKeys.BOUGHT);
        bought.ifPresent(year -> desk.explain(path, fields, PoolKeys.BOUGHT, String.valueOf(year), ""));
        return new Pool(
                pool.name(),
                layout.orElse(Layout.STRIPE),
                disks,
                desk.value(path, fields, PoolKeys.SPARE, 0, String::valueOf, "no hot spare"),
                bought,
                age(path, fields, bought, nodeAge),
                desk.value(path, fields, PoolKeys.ENCRYPTED, false, String::valueOf, "not encrypted"),
                desk.value(
                        path,
                        fields,
                        PoolKeys.SCRUB,
                        Optional.of(MONTHLY),
                        every -> every.map(time -> "every " + Desk.time(time)).orElse("never"),
                        "as most systems do"),
                desk.setting(path, fields, PoolKeys.USED, Fallbacks.share(Fallbacks.USED)),
                errorsFound(path, fields),
                recordSize(path, fields, layout),
                log(path, fields, layout),
                disks(path, fields, PoolKeys.CACHE));
    }

    private List<Part> log(String path, Fields fields, Optional<Layout> layout) {
        if (fields.has(PoolKeys.LOG) && layout.isPresent() && shr(layout.get())) {
            desk.notes()
                    .error(
                            fields.placeOf(PoolKeys.LOG),
                            Forms.spelled(layout.get()) + " has no disks of its own for synchronous writes",
                            "Leave `log` out; `cache` keeps what was read.");
        }
        return disks(path, fields, PoolKeys.LOG);
    }

    private Bytes recordSize(String path, Fields fields, Optional<Layout> layout) {
        boolean zfs = layout.isEmpty() || !shr(layout.get());
        Bytes size = desk.value(
                path,
                fields,
                PoolKeys.RECORD_SIZE,
                new Bytes(zfs ? ZFS_RECORD : OTHER_RECORD),
                ValueText.BYTES.format()::apply,
                zfs ? "what ZFS takes" : "a block of Btrfs's trees, and a page of many databases");
        if (size.count() < FEWEST_RECORD || size.count() > LARGEST_RECORD) {
            desk.notes()
                    .error(
                            fields.placeOf(PoolKeys.RECORD_SIZE),
                            "no file system has blocks of "
                                    + ValueText.BYTES.format().apply(size),
                            "Write 512 B to 16 MiB, like `128 KiB`.");
        }
        return size;
    }

    private static boolean shr(Layout layout) {
        return layout == Layout.SHR_1 || layout == Layout.SHR_2;
    }

    private Duration age(String path, Fields fields, Optional<Integer> bought, Duration nodeAge) {
        if (fields.has(PoolKeys.AGE) && bought.isPresent()) {
            desk.notes()
                    .warning(
                            fields.placeOf(PoolKeys.AGE),
                            "`age` and `bought` say the same twice; `age` is taken",
                            "Leave one of them out.");
        }
        Duration fallback = bought.map(year -> Forms.hoursOf((PoolKeys.REFERENCE_YEAR - year) * 8760.0))
                .orElse(nodeAge);
        String why = bought.isPresent()
                ? "from the year they were bought to " + PoolKeys.REFERENCE_YEAR
                : "as old as the node";
        return desk.value(path, fields, PoolKeys.AGE, fallback, Desk::time, why);
    }

    private Optional<Setting<Life>> errorsFound(String path, Fields fields) {
        Optional<Setting<Life>> found = fields.get(PoolKeys.ERRORS_FOUND);
        found.ifPresent(said -> desk.explain(path, fields, PoolKeys.ERRORS_FOUND, said.text(), ""));
        return found;
    }

    private void enough(Layout layout, int disks, Fields fields) {
        String name = Forms.spelled(layout);
        if (disks < layout.fewestDisks()) {
            desk.notes()
                    .error(
                            fields.placeOf(PoolKeys.DISKS),
                            "too few disks: " + name + " needs at least " + layout.fewestDisks() + ", here are "
                                    + disks,
                            "Add disks, or choose another layout.");
        } else if (layout == Layout.RAID10 && disks % 2 == 1) {
            desk.notes()
                    .error(
                            fields.placeOf(PoolKeys.DISKS),
                            "raid10 needs an even number of disks, here are " + disks,
                            "Add or remove one.");
        } else if (layout == Layout.MIRROR && disks > 3) {
            desk.notes()
                    .warning(
                            fields.placeOf(PoolKeys.LAYOUT),
                            "a mirror of " + disks + " disks has the room of one",
                            "Write `raid10` if you mean pairs.");
        }
    }

    private List<Part> disks(String path, Fields fields, Key<List<Said<Disks>>> key) {
        List<Said<Disks>> said = fields.get(key).orElse(List.of());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            String place = path + "." + key.name() + (said.size() == 1 ? "" : "[" + i + "]");
            Disks some = said.get(i).value();
            desk.explaining()
                    .value(place, some.text(), desk.notes().origin(said.get(i).place()));
            Part part = disk(place, said.get(i));
            disksSoFar += some.count();
            for (int disk = 0; disk < some.count() && disksSoFar <= MOST_DISKS; disk++) {
                parts.add(part);
            }
        }
        if (disksSoFar > MOST_DISKS && !tooMany) {
            tooMany = true;
            desk.notes().error(fields.placeOf(key), "the lab has more than 10,000 disks", "Describe a smaller lab.");
        }
        return parts;
    }

    private Part disk(String path, Said<Disks> said) {
        Disks disks = said.value();
        boolean known = desk.catalogue().find(disks.model()).isPresent();
        Catalogue.Entry entry = desk.entry(
                PartKind.DISK, Optional.of(new Said<>(disks.model(), said.place())), PartKind.DISK.generic());
        Optional<Bytes> size = disks.size().or(() -> known ? Optional.empty() : sizeIn(disks.model()));
        Fields fields = disks.fields().orElse(Fields.NONE);
        Part part = desk.part(
                entry, path, fields, size.map(bytes -> capacity(bytes, said)).orElse(Map.of()));
        if (part.traits().value(Trait.CAPACITY).count() < 1e6) {
            desk.notes().error(said.place(), "a disk without room cannot be", "Write it like `4 x 8 TB hdd`.");
        }
        return disks.size()
                .map(bytes -> new Part(
                        part.model(),
                        ValueText.BYTES.format().apply(bytes) + " " + part.label(),
                        part.kind(),
                        part.traits()))
                .orElse(part);
    }

    private Map<Trait<?>, Setting<?>> capacity(Bytes bytes, Said<Disks> said) {
        String text = ValueText.BYTES.format().apply(bytes);
        return Map.of(
                Trait.CAPACITY,
                new Setting<>(bytes, text, Range.CERTAIN, desk.notes().origin(said.place())));
    }

    private static Optional<Bytes> sizeIn(String model) {
        Matcher matcher = SIZE_IN_NAME.matcher(model.toLowerCase(java.util.Locale.ROOT));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Bytes(Scale.DATA.parse(matcher.group(1) + ("tb".equals(matcher.group(2)) ? " TB" : " GB"))));
        } catch (BadText e) {
            return Optional.empty();
        }
    }
}
