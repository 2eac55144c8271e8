package org.rackdrill.simulator.storage;

import java.util.ArrayList;
import java.util.List;
import org.rackdrill.simulator.statistics.LogHistogram;

/** What became of the requests of one load so far. */
final class Answers {

    private final String name;
    private long answered;
    private long came;
    private long refused;
    private double millis;
    private LogHistogram times = new LogHistogram();

    /** What was answered within the limit, and at all, since the last look. */
    private final double limitMillis;

    private long within;
    private long since;
    private final List<Double> windows = new ArrayList<>();

    Answers(String name, double limitMillis) {
        this.name = name;
        this.limitMillis = limitMillis;
    }

    /** Begins to count anew. */
    void forget() {
        answered = 0;
        came = 0;
        refused = 0;
        millis = 0;
        times = new LogHistogram();
        within = 0;
        since = 0;
        windows.clear();
    }

    /** Notes how many answers of a window came in time. */
    void look() {
        if (limitMillis < Double.POSITIVE_INFINITY) {
            windows.add(since == 0 ? 1 : (double) within / since);
        }
        within = 0;
        since = 0;
    }

    void answered(double afterMillis) {
        answered++;
        millis += afterMillis;
        times.add(afterMillis);
        since++;
        within += afterMillis <= limitMillis ? 1 : 0;
    }

    /** Counts a request that comes, and says again whether there is room for it. */
    boolean comes(boolean room) {
        came++;
        refused += room ? 0 : 1;
        return room;
    }

    Observed.OfLoad observed(double measuredMillis, double hitShare) {
        return new Observed.OfLoad(
                name,
                answered / measuredMillis * 1000,
                came == 0 ? 0 : (double) refused / came,
                answered == 0 ? 0 : millis / answered,
                times,
                windows,
                hitShare);
    }
}
