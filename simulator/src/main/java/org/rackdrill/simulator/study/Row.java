package org.rackdrill.simulator.study;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Some histories that follow each other, run one after the other on one thread and judged together. What a study finds
 * depends on where its rows begin and end, and on nothing else that is done to share the work.
 *
 * @param from number of the first history
 * @param to number after the last one
 */
public record Row(int from, int to) implements Serializable {

    /** Short enough that threads end together, and that few histories keep all of them busy. */
    static final int SHORTEST = 10;

    /** Long enough that what is added up in each of many rows fits into memory. */
    private static final int LONGEST = 200;

    private static final int ROWS = 80;

    /** Divides histories into rows, by their number alone. */
    public static List<Row> divide(int from, int to) {
        int length = lengthFor(to - from);
        List<Row> rows = new ArrayList<>();
        for (int start = from; start < to; start += length) {
            rows.add(new Row(start, Math.min(to, start + length)));
        }
        return rows;
    }

    /** Returns how long the rows are that so many histories are divided into. */
    static int lengthFor(int histories) {
        return Math.max(SHORTEST, Math.min(LONGEST, histories / ROWS));
    }

    /** Returns how many histories are in the row. */
    public int length() {
        return to - from;
    }

    int[] numbers() {
        return IntStream.range(from, to).toArray();
    }
}
