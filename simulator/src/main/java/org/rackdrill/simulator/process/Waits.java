package org.rackdrill.simulator.process;

import java.util.Arrays;

/** What the end of each cause waited for, and when; only the latest waits can belong to downtime that goes on. */
final class Waits {

    private static final int REMEMBERED = 8;

    private static final int FEWEST_LINKS = 64;
    private static final int NO_LINK = -1;

    private final Stage stage;
    private final int causes;
    private final int[] what;
    private final double[] from;
    private final double[] until;
    private final int[] count;

    /** The waits for each other cause, as chains of links: the first link, and of each link its wait and the next one. */
    private final int[] first;

    private int[] wait = new int[FEWEST_LINKS];
    private int[] next = new int[FEWEST_LINKS];
    private int links;

    Waits(Stage stage) {
        this.stage = stage;
        causes = stage.lab.causes().count();
        what = new int[causes * REMEMBERED];
        from = new double[what.length];
        until = new double[what.length];
        count = new int[causes];
        first = new int[causes];
    }

    void begin() {
        Arrays.fill(count, 0);
        Arrays.fill(first, NO_LINK);
        links = 0;
    }

    /** What is happening waits for something, from a moment to another. */
    void add(Circumstance circumstance, double start, double end) {
        add(causes + circumstance.ordinal(), start, end);
    }

    /** What is happening goes on because of another cause, from now until that is {@link #over}. */
    void because(int other) {
        add(other, stage.now, Double.POSITIVE_INFINITY);
    }

    private void add(int other, double start, double end) {
        if (end > start && other != stage.cause && stage.cause < causes) {
            int place = stage.cause * REMEMBERED + count[stage.cause]++ % REMEMBERED;
            what[place] = other;
            from[place] = start;
            until[place] = end;
            if (other < causes) {
                link(other, place);
            }
        }
    }

    private void link(int other, int place) {
        if (links == wait.length) {
            wait = Arrays.copyOf(wait, 2 * links);
            next = Arrays.copyOf(next, 2 * links);
        }
        wait[links] = place;
        next[links] = first[other];
        first[other] = links++;
    }

    /** A cause makes nothing else go on any more. */
    void over(int other) {
        for (int link = first[other]; link != NO_LINK; link = next[link]) {
            // A later wait may have taken the place.
            if (what[wait[link]] == other) {
                until[wait[link]] = Math.min(until[wait[link]], stage.now);
            }
        }
        first[other] = NO_LINK;
    }

    /** What is happening does not wait for something any more, though it was to be longer: the first such wait ends now. */
    void over(Circumstance circumstance) {
        int first = -1;
        for (int w = 0; stage.cause < causes && w < of(stage.cause); w++) {
            int place = stage.cause * REMEMBERED + w;
            boolean goesOn = what[place] == causes + circumstance.ordinal() && until[place] > stage.now;
            if (goesOn && (first < 0 || from[place] < from[first])) {
                first = place;
            }
        }
        if (first >= 0) {
            until[first] = stage.now;
        }
    }

    /** Returns how many waits of a cause are remembered. */
    int of(int cause) {
        return Math.min(count[cause], REMEMBERED);
    }

    /** Returns what a wait is for: a cause, or the number of causes plus that of a {@link Circumstance}. */
    int what(int cause, int wait) {
        return what[cause * REMEMBERED + wait];
    }

    double from(int cause, int wait) {
        return from[cause * REMEMBERED + wait];
    }

    double until(int cause, int wait) {
        return until[cause * REMEMBERED + wait];
    }
}
