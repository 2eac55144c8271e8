package org.rackdrill.live.zfs;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.live.text.Lines;

/**
 * One line of {@code zpool list -H}: all eleven columns, or {@code -o name,size,allocated,free,capacity,health}.
 *
 * @param capacity in percent of the raw space; negative when unknown
 */
public record PoolSize(String name, String size, String allocated, String free, int capacity, Health health) {

    /** Returns the pools of an output; lines that are none are left out. */
    public static List<PoolSize> read(String output) {
        List<PoolSize> pools = new ArrayList<>();
        for (String line : Lines.complete(output)) {
            String[] words = line.split("\t", -1);
            if (words.length >= 10) {
                // name size alloc free ckpoint expandsz frag cap dedup health altroot
                pools.add(pool(words[0], words[1], words[2], words[3], words[7], words[9]));
            } else if (words.length == 6) {
                pools.add(pool(words[0], words[1], words[2], words[3], words[4], words[5]));
            }
        }
        return pools;
    }

    private static PoolSize pool(String name, String size, String used, String free, String share, String health) {
        String digits = share.endsWith("%") ? share.substring(0, share.length() - 1) : share;
        int percent = digits.matches("\\d{1,3}") ? Integer.parseInt(digits) : -1;
        return new PoolSize(name, size, used, free, percent, Health.of(health));
    }
}
