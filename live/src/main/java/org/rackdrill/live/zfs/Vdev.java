package org.rackdrill.live.zfs;

import java.util.Locale;

/**
 * A part of a pool: a disk, or a group of disks such as {@code raidz1-0}.
 *
 * @param section what it is for: empty for data, else {@code logs}, {@code cache}, {@code spares}, {@code special} or
 *     {@code dedup}
 * @param depth 0 for the pool as a whole, one more for each group that it is in; parts come after the group they are in
 * @param read failed reads; negative when unknown; counters above some thousand are rounded by ZFS itself
 * @param write failed writes
 * @param checksum blocks that were not what had been written
 * @param note what ZFS adds, such as {@code too many errors}
 */
public record Vdev(
        String name, String section, int depth, Health health, long read, long write, long checksum, String note) {

    private static final String UNITS = "KMGTPE";

    /** Returns whether the pool needs it to be as redundant as it was built. */
    boolean counts() {
        return !section.equals("spares") && !section.equals("cache");
    }

    /** Returns a counter, which may be shortened such as {@code 1.76K}; negative when it is none. */
    static long counter(String word) {
        if (word.isEmpty() || word.length() > 20) {
            return -1;
        }
        int unit = UNITS.indexOf(word.toUpperCase(Locale.ROOT).charAt(word.length() - 1));
        String digits = unit < 0 ? word : word.substring(0, word.length() - 1);
        if (!digits.matches("\\d{1,18}|\\d{1,4}\\.\\d{1,3}")) {
            return -1;
        }
        double scaled = Double.parseDouble(digits) * Math.pow(1000, unit + 1.0);
        return unit < 0 && digits.indexOf('.') < 0 ? Long.parseLong(digits) : Math.round(scaled);
    }
}
