package org.rackdrill.simulator.storage;

/** A memory for records, numbered from 0, that holds fewer of them than there are. */
public sealed interface Cache permits Arc, Lru {

    /** Asks for a record: says whether it is there, and keeps it from now on. */
    boolean ask(int record);

    /** How a cache chooses what it forgets. */
    enum Policy {
        /** What was asked for longest ago, as the page cache of Linux does in the main. */
        LRU,
        /** What was asked for once or often, whichever has been the worse guess, as that of ZFS does in the main. */
        ARC;

        /**
         * Returns an empty cache.
         *
         * @param records how many there are
         * @param held how many of them fit
         */
        public Cache empty(int records, int held) {
            return switch (this) {
                case LRU -> new Lru(records, held);
                case ARC -> new Arc(records, held);
            };
        }
    }
}
