package org.rackdrill.simulator.storage;

/** A cache that forgets what was asked for longest ago. */
final class Lru implements Cache {

    private static final int HELD = 0;

    private final Chains chains;
    private final int most;

    Lru(int records, int held) {
        Positive.atLeastOne("held", held);
        chains = new Chains(records, 1);
        most = held;
    }

    @Override
    public boolean ask(int record) {
        boolean there = chains.where(record) == HELD;
        if (!there && chains.size(HELD) == most) {
            chains.remove(chains.oldest(HELD));
        }
        chains.renew(record, HELD);
        return there;
    }
}
