package org.rackdrill.simulator.storage;

import java.util.Arrays;

/** Doubly linked lists of records in arrays; a record is in one of them or in none. */
final class Chains {

    static final byte NOWHERE = -1;

    private final int[] before;
    private final int[] after;
    private final byte[] where;
    private final int[] sizes;
    private final int records;

    Chains(int records, int chains) {
        this.records = records;
        before = new int[records + chains];
        after = new int[records + chains];
        where = new byte[records];
        sizes = new int[chains];
        Arrays.fill(where, NOWHERE);
        // Behind the records stands an anchor for each chain, which is linked to itself while the chain is empty.
        for (int anchor = records; anchor < records + chains; anchor++) {
            before[anchor] = anchor;
            after[anchor] = anchor;
        }
    }

    byte where(int record) {
        return where[record];
    }

    int size(int chain) {
        return sizes[chain];
    }

    int sizes(int one, int other) {
        return sizes[one] + sizes[other];
    }

    /** Returns the record that came into a chain first; the chain must not be empty. */
    int oldest(int chain) {
        return before[records + chain];
    }

    /** Puts a record at the young end of a chain, wherever it was. */
    void renew(int record, int chain) {
        remove(record);
        int anchor = records + chain;
        int young = after[anchor];
        before[record] = anchor;
        after[record] = young;
        after[anchor] = record;
        before[young] = record;
        where[record] = (byte) chain;
        sizes[chain]++;
    }

    void remove(int record) {
        if (where[record] != NOWHERE) {
            after[before[record]] = after[record];
            before[after[record]] = before[record];
            sizes[where[record]]--;
            where[record] = NOWHERE;
        }
    }
}
