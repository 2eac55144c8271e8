package org.rackdrill.simulator.storage;

/**
 * The adaptive replacement cache (Megiddo and Modha, FAST 2003): records asked for once and records asked for again are
 * kept apart, and the share of each follows which of the two was forgotten too early.
 */
final class Arc implements Cache {

    private static final byte ONCE = 0;
    private static final byte AGAIN = 1;

    /** Forgotten, but not that they were there. */
    private static final byte GONE_ONCE = 2;

    private static final byte GONE_AGAIN = 3;

    private final Chains chains;
    private final int most;

    /** How many records that were asked for once are to be kept. */
    private double wanted;

    Arc(int records, int held) {
        Positive.atLeastOne("held", held);
        chains = new Chains(records, 4);
        most = held;
    }

    @Override
    public boolean ask(int record) {
        byte where = chains.where(record);
        switch (where) {
            case ONCE, AGAIN -> chains.renew(record, AGAIN);
            case GONE_ONCE -> {
                wanted = Math.min(most, wanted + Math.max(1, ratio(GONE_AGAIN, GONE_ONCE)));
                makeRoom(false);
                chains.renew(record, AGAIN);
            }
            case GONE_AGAIN -> {
                wanted = Math.max(0, wanted - Math.max(1, ratio(GONE_ONCE, GONE_AGAIN)));
                makeRoom(true);
                chains.renew(record, AGAIN);
            }
            default -> {
                admit();
                chains.renew(record, ONCE);
            }
        }
        return where == ONCE || where == AGAIN;
    }

    private double ratio(int of, int to) {
        return (double) chains.size(of) / chains.size(to);
    }

    /** Makes room for a record that nothing is known of. */
    private void admit() {
        int all = chains.sizes(ONCE, GONE_ONCE) + chains.sizes(AGAIN, GONE_AGAIN);
        if (chains.sizes(ONCE, GONE_ONCE) == most) {
            if (chains.size(ONCE) < most) {
                chains.remove(chains.oldest(GONE_ONCE));
                makeRoom(false);
            } else {
                chains.remove(chains.oldest(ONCE));
            }
        } else if (all >= most) {
            if (all == 2 * most) {
                chains.remove(chains.oldest(GONE_AGAIN));
            }
            makeRoom(false);
        }
    }

    /** Forgets one record, but not that it was there. */
    private void makeRoom(boolean forGoneAgain) {
        int once = chains.size(ONCE);
        if (once > 0 && (once > wanted || (forGoneAgain && once == wanted))) {
            chains.renew(chains.oldest(ONCE), GONE_ONCE);
        } else {
            chains.renew(chains.oldest(AGAIN), GONE_AGAIN);
        }
    }
}
