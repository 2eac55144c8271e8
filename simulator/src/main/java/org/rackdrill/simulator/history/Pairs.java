package org.rackdrill.simulator.history;

import java.util.Arrays;

/**
 * Pairs of a service and a cause, numbered in the order in which they first came up, and walked through in the order of
 * services and causes. In a large lab most causes never touch most services, so that a table of all pairs would grow with
 * the square of the lab.
 */
final class Pairs {

    static final int NONE = -1;
    private static final int FEWEST = 8;
    private static final int[] NO_CAUSES = {};

    /** By service, in ascending order. */
    private final int[][] causes;

    private final int[][] places;
    private final int[] counts;
    private int size;

    Pairs(int services) {
        causes = new int[services][];
        places = new int[services][];
        counts = new int[services];
        Arrays.fill(causes, NO_CAUSES);
        Arrays.fill(places, NO_CAUSES);
    }

    int services() {
        return counts.length;
    }

    /** Returns how many pairs there are; their numbers are smaller. */
    int size() {
        return size;
    }

    /** Returns with how many causes a service makes a pair. */
    int count(int service) {
        return counts[service];
    }

    /** Returns one of these causes, in ascending order. */
    int cause(int service, int i) {
        return causes[service][i];
    }

    /** Returns the number of the pair that it makes. */
    int place(int service, int i) {
        return places[service][i];
    }

    /** Returns the number of a pair, or {@link #NONE}. */
    int find(int service, int cause) {
        int i = index(service, cause);
        return i < 0 ? NONE : places[service][i];
    }

    /** Returns the number of a pair, a new one where there was none. */
    int make(int service, int cause) {
        int i = index(service, cause);
        if (i >= 0) {
            return places[service][i];
        }
        int count = counts[service]++;
        if (count == causes[service].length) {
            int more = Math.max(FEWEST, 2 * count);
            causes[service] = Arrays.copyOf(causes[service], more);
            places[service] = Arrays.copyOf(places[service], more);
        }
        int at = -i - 1;
        System.arraycopy(causes[service], at, causes[service], at + 1, count - at);
        System.arraycopy(places[service], at, places[service], at + 1, count - at);
        causes[service][at] = cause;
        places[service][at] = size;
        return size++;
    }

    private int index(int service, int cause) {
        return Arrays.binarySearch(causes[service], 0, counts[service], cause);
    }
}
