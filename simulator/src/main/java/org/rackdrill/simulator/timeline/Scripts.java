package org.rackdrill.simulator.timeline;

import org.jspecify.annotations.Nullable;

/**
 * Scripts that were written once, to be found again without making anything. Threads may share it: what it holds is never
 * changed, only replaced by more, and whoever writes a script writes the same one.
 */
final class Scripts {

    private static final int SMALLEST = 64;

    /** Open addressing, never more than half full. */
    private volatile Known[] table = new Known[SMALLEST];

    private record Known(Situation situation, Script script) {}

    @Nullable
    Script find(int member, int master, long before, long after, Loss how, int roundsAway, int second) {
        Known[] all = table;
        int mask = all.length - 1;
        int place = Situation.hash(member, master, before, after, how, roundsAway, second) & mask;
        while (all[place] != null) {
            if (all[place].situation().is(member, master, before, after, how, roundsAway, second)) {
                return all[place].script();
            }
            place = place + 1 & mask;
        }
        return null;
    }

    synchronized void add(Situation situation, Script script) {
        int known = 1;
        for (Known one : table) {
            known += one == null ? 0 : 1;
        }
        Known[] more = new Known[known * 2 > table.length ? table.length * 2 : table.length];
        for (Known one : table) {
            if (one != null) {
                put(more, one);
            }
        }
        put(more, new Known(situation, script));
        table = more;
    }

    private static void put(Known[] all, Known one) {
        Situation it = one.situation();
        int mask = all.length - 1;
        int place = Situation.hash(
                        it.member(), it.master(), it.before(), it.after(), it.how(), it.roundsAway(), it.second())
                & mask;
        while (all[place] != null && !all[place].situation().equals(it)) {
            place = place + 1 & mask;
        }
        all[place] = one;
    }
}
