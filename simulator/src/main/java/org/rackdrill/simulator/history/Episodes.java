package org.rackdrill.simulator.history;

import java.util.Arrays;

/**
 * Times of one history in which the same things kept services down together. Services that are down for the same
 * combination at the same time are one episode.
 */
final class Episodes {

    private static final int FEWEST = 64;

    private long[] keys = new long[FEWEST];
    private double[] from = new double[FEWEST];
    private double[] until = new double[FEWEST];
    private double[] hours = new double[FEWEST];
    private int[] places = new int[2 * FEWEST];
    private int count;

    /** Hears of each episode when it is over. */
    interface Listener {

        /**
         * An episode is over.
         *
         * @param hours summed over services
         * @param length from its first to its last moment
         */
        void episode(long key, double hours, double length);
    }

    void begin() {
        count = 0;
        Arrays.fill(places, 0);
    }

    void add(long key, double start, double end, Listener listener) {
        int i = find(key);
        if (i < 0) {
            i = make(key);
            from[i] = start;
        } else if (end < from[i]) {
            // Another service's share of an episode that is over; its hours count, its length is known.
            hours[i] += end - start;
            return;
        } else if (start > until[i]) {
            listener.episode(key, hours[i], until[i] - from[i]);
            from[i] = start;
            hours[i] = 0;
            until[i] = end;
        }
        from[i] = Math.min(from[i], start);
        until[i] = Math.max(until[i], end);
        hours[i] += end - start;
    }

    void end(Listener listener) {
        for (int i = 0; i < count; i++) {
            listener.episode(keys[i], hours[i], until[i] - from[i]);
        }
    }

    private int find(long key) {
        int slot = slot(key);
        return places[slot] - 1;
    }

    /** Returns where in the table a key is, or would be. */
    private int slot(long key) {
        int mask = places.length - 1;
        int slot = (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & mask;
        while (places[slot] != 0 && keys[places[slot] - 1] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private int make(long key) {
        if (count == keys.length) {
            grow();
        }
        places[slot(key)] = count + 1;
        keys[count] = key;
        hours[count] = 0;
        until[count] = 0;
        return count++;
    }

    private void grow() {
        keys = Arrays.copyOf(keys, 2 * count);
        from = Arrays.copyOf(from, 2 * count);
        until = Arrays.copyOf(until, 2 * count);
        hours = Arrays.copyOf(hours, 2 * count);
        places = new int[4 * count];
        for (int i = 0; i < count; i++) {
            places[slot(keys[i])] = i + 1;
        }
    }
}
