package org.rackdrill.simulator.storage;

import org.rackdrill.simulator.statistics.LogHistogram;

/** What became of the requests of one load so far. */
final class Answers {

    private final String name;
    private long answered;
    private long came;
    private long refused;
    private double millis;
    private LogHistogram times = new LogHistogram();

    Answers(String name) {
        this.name = name;
    }

    /** Begins to count anew. */
    void forget() {
        answered = 0;
        came = 0;
        refused = 0;
        millis = 0;
        times = new LogHistogram();
    }

    void answered(double afterMillis) {
        answered++;
        millis += afterMillis;
        times.add(afterMillis);
    }

    /** Counts a request that comes, and says again whether there is room for it. */
    boolean comes(boolean room) {
        came++;
        refused += room ? 0 : 1;
        return room;
    }

    Observed.OfLoad observed(double measuredMillis) {
        return new Observed.OfLoad(
                name,
                answered / measuredMillis * 1000,
                came == 0 ? 0 : (double) refused / came,
                answered == 0 ? 0 : millis / answered,
                times);
    }
}
