package org.rackdrill.simulator.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Scripts that were written once, to be found again without making anything. Threads may share it: a place is filled once
 * and never changed, and whoever writes a script writes the same one, so that who sees it late loses nothing but time.
 */
final class Scripts {

    private static final int SMALLEST = 64;

    /** Open addressing, never more than half full. */
    private volatile @Nullable Known[] table = new Known[SMALLEST];

    private int count;

    private record Known(Situation situation, Script script) {}

    @Nullable
    Script find(int member, int master, long before, long after, Loss how, int roundsAway, int second) {
        @Nullable Known[] all = table;
        int mask = all.length - 1;
        int place = Situation.hash(member, master, before, after, how, roundsAway, second) & mask;
        while (true) {
            // Read once: another thread may fill the place meanwhile.
            Known one = all[place];
            if (one == null) {
                return null;
            }
            if (one.situation().is(member, master, before, after, how, roundsAway, second)) {
                return one.script();
            }
            place = place + 1 & mask;
        }
    }

    synchronized void add(Situation situation, Script script) {
        if (2 * (count + 1) > table.length) {
            @Nullable Known[] more = new Known[2 * table.length];
            for (Known one : table) {
                if (one != null) {
                    put(more, one);
                }
            }
            table = more;
        }
        count += put(table, new Known(situation, script)) ? 1 : 0;
    }

    /** Says whether it was not there yet. */
    private static boolean put(@Nullable Known[] all, Known one) {
        Situation it = one.situation();
        int mask = all.length - 1;
        int place = Situation.hash(
                        it.member(), it.master(), it.before(), it.after(), it.how(), it.roundsAway(), it.second())
                & mask;
        for (Known there = all[place]; there != null; there = all[place]) {
            if (there.situation().equals(it)) {
                return false;
            }
            place = place + 1 & mask;
        }
        all[place] = one;
        return true;
    }
}
