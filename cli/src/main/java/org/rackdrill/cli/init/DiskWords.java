package org.rackdrill.cli.init;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rackdrill.cli.init.Answers.Disks;
import org.rackdrill.model.lab.Pool;

/** Understands {@code 4 x 8 TB, raidz1} and {@code none}. */
final class DiskWords {
    static final String HINT =
            "Write it like `4 x 8 TB hdd, raidz1` (or mirror, raidz2, shr-1, stripe, raid10), or `none`.";

    private static final Pattern DISKS = Pattern.compile(
            "(\\d{1,2})\\s*(?:x|\\*|×)?\\s*(\\d{1,3}(?:\\.\\d{1,2})?)\\s*(tb|gb|tib|gib)\\s*(hdd|ssd|nvme)?\\s*,?\\s*([a-z0-9-]*)");
    private static final Map<String, String> ALSO_CALLED = Map.ofEntries(
            Map.entry("raid0", "stripe"),
            Map.entry("jbod", "stripe"),
            Map.entry("single", "stripe"),
            Map.entry("raid1", "mirror"),
            Map.entry("raid5", "raidz1"),
            Map.entry("raidz", "raidz1"),
            Map.entry("raid6", "raidz2"),
            Map.entry("shr", "shr-1"),
            Map.entry("shr1", "shr-1"),
            Map.entry("shr2", "shr-2"));

    private DiskWords() {}

    /** Returns the disks, no disks, or nothing when the words make no sense. */
    static Optional<Optional<Disks>> understand(String words) {
        String text = words.toLowerCase(Locale.ROOT).strip();
        if (text.equals("none") || text.equals("no")) {
            return Optional.of(Optional.empty());
        }
        Matcher disks = DISKS.matcher(text);
        if (!disks.matches()) {
            return Optional.empty();
        }
        int count = Integer.parseInt(disks.group(1));
        String kind = disks.group(4) == null ? "hdd" : disks.group(4).replace("nvme", "ssd");
        String size = disks.group(2) + " " + unit(disks.group(3)) + " " + kind;
        String said = disks.group(5).isEmpty() ? (count == 1 ? "stripe" : "mirror") : disks.group(5);
        String layout = ALSO_CALLED.getOrDefault(said, said);
        return possible(count, layout) ? Optional.of(Optional.of(new Disks(count, size, layout))) : Optional.empty();
    }

    private static boolean possible(int count, String layout) {
        for (Pool.Layout known : Pool.Layout.values()) {
            if (layout.equals(known.name().toLowerCase(Locale.ROOT).replace('_', '-'))) {
                return count >= known.fewestDisks();
            }
        }
        return false;
    }

    private static String unit(String unit) {
        return unit.toUpperCase(Locale.ROOT).replace("IB", "iB");
    }
}
